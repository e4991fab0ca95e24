/** Who is named, and what is promised or left open: the lists behind `terms.ts`, for English texts. */

/** Companies and services that privacy policies name as others; spelled as found most, matched in their own case. */
export const KNOWN_THIRD_PARTIES: readonly string[] =
  `24/7 Media; AddThis; AdForm; AdMob; Adobe; AdRoll; Advertising.com;
  Akamai; Amazon Web Services; Amazon; Amplitude; AOL; America Online; Apple; AppLovin; AppNexus; AppsFlyer; Atlas DMT; Authorize.Net;
  Avenue A; Azure; BBBOnline; Bing; BlueKai; Braintree; Branch Metrics; Branch.io; Braze; Chartbeat; Chartboost; Cloudflare; comScore; Coremetrics;
  Crashlytics; Criteo; Datalogix; DoubleClick; Dropbox; Equifax; Experian; Facebook; Fastly; Firebase; Flashtalking;
  Flurry; GitHub; Google Analytics; Google AdSense; Google Ads; Google; Hotjar; HubSpot; IAB; InMobi; Inspectlet; Instagram;
  IronSource; Kissmetrics; LexisNexis; LinkedIn; LiveRamp; Mailchimp; Mastercard; MatchLogic; Meta Platforms;
  Microsoft; Mixpanel; MoPub; MSN; Nielsen; New Relic; Omniture; OpenAI; OpenX; Optimizely; Oracle; Outbrain; PayPal;
  Pinterest; PubMatic; Quantcast; RealNetworks; Rubicon Project; Salesforce; SendGrid; Sentry; Shopify; Sift; Skype; Snapchat;
  Stripe; Taboola; Tapjoy; Telegram; The Trade Desk; TikTok; Tribal Fusion; TRUSTe; TrustArc; Twilio; Twitter; Unity Ads; Urban Airship;
  ValueClick; Verisign; Visa; Vungle; Webtrends; WhatsApp; WorldPay; Yahoo; YouTube; Zendesk; Zoom;
  Meta; Discord; Spotify; Medium; Supabase; OpenRouter; PostHog; Okta; Network Advertising Initiative; Digital Advertising Alliance; Segment; Intercom;
  Customer.io; Visual Website Optimizer; Limestone Networks; DigitalOcean; Plivo; User.com; Microsoft Clarity; Rollbar; Cloudinary; AWS;
  RevenueCat; Mapbox; Tumblr; Prighter; Google Cloud; Datadog; MongoDB; Bugsnag; Algolia; Heroku; Twitch; Anthropic; Auth0; Adyen; Klarna;
  Freshdesk; Freshworks; Typeform; SurveyMonkey; Qualtrics; Airtable; Notion; Slack; Atlassian; Jira; Asana; Trello; Calendly; DocuSign; Vercel;
  Netlify; OVH; Hetzner; Scaleway; Linode; Rackspace; Snowflake; Databricks; BigQuery; Looker; Tableau; Heap; FullStory; LogRocket; Crazy Egg;
  Matomo; Piwik; Adjust; Kochava; Singular; CleverTap; OneSignal; Pusher; Mailgun; Mailjet; Postmark; SparkPost; Constant Contact;
  ActiveCampaign; Klaviyo; Iterable; Marketo; Pardot; Eloqua; Drift; Zapier; Plaid; Onfido; Jumio; Persona; Veriff; Sumsub; MaxMind;
  reCAPTCHA; hCaptcha; Recurly; Chargebee; Worldline; Mollie; Apple Pay; Google Pay; Index Exchange; Magnite; Xandr; Yandex; Baidu; WeChat;
  Tencent; Alibaba Cloud; Vimeo; Wistia; Disqus; Gravatar; Trustpilot; Bugcrowd; HackerOne; Sinch; Vonage; Nexmo; MessageBird; Bandwidth;
  Reddit; Wise; VK; Sendinblue; Brevo; Mozilla; DuckDuckGo; OneTrust; Cookiebot; Usercentrics; Didomi; LiveChat; Help Scout; Gorgias; Freshchat; Tawk.to;
  LivePerson; ZoomInfo; Clearbit; Bombora; Demandbase; Pipedrive; Zoho; Monday.com; Basecamp; Mouseflow; Smartlook; Lucky Orange; VWO; AB Tasty;
  Dynamic Yield; Monetate; Sizmek; MediaMath; Lotame; Neustar; Acxiom; Epsilon; Eyeota; Zeotap; Tealium; Teads; Sovrn; Sharethrough; TripleLift;
  Media.net; GumGum; Smaato; Fyber; Mintegral; Liftoff; Moloco; Digital Turbine; Rocket Fuel; Tapad; eXelate; Undertone; Conversant; Casale Media;
  33Across; ShareThis; Gigya; Janrain; ForeSee; Clicktale; Tealeaf; Bazaarvoice; Yotpo; ExactTarget; Silverpop; Responsys; Bronto; Listrak; Emarsys;
  Google Tag Manager; Google Maps; Google Fonts; Google Play; Google Optimize; Gmail; AdSense; Google Checkout; Google Workspace; Google Firebase; Facebook Pixel; Meta Pixel;
  CyberSource; First Data; WePay; Affirm; Afterpay; Sezzle; Signifyd; Riskified; Forter; Kount; PerimeterX; Imperva; Incapsula; Sucuri;
  StackPath; jsDelivr; Font Awesome; Typekit; SoundCloud; Eventbrite; Patreon; eBay; Etsy; FedEx; UPS; DHL; USPS; Royal Mail; Pendo; Gainsight;
  WalkMe; Appcues; Survicate; Medallia; SurveyGizmo; JotForm; Wufoo; Formstack; Mandrill; Amazon SES; Amazon S3; Cloudfront; CloudFront; Backblaze;
  IBM Cloud; SoftLayer; FastSpring; Paddle; 2Checkout; Gumroad; Xsolla; Nintendo; PlayStation; Xbox; Roku; Huawei; Automattic; WordPress; WordPress.com;
  Jetpack; Akismet; Wordfence; WooCommerce; Squarespace; Wix; GoDaddy; WP Engine; Bluesky; Mastodon; Weibo; QQ; KakaoTalk; Deezer; SoundExchange;
  Microsoft Azure; Office 365; Microsoft 365; GitLab; Bitbucket; CircleCI; Travis CI; PagerDuty; Splunk; Sumo Logic; Loggly; Papertrail; Logentries; Raygun;
  Elastic; Elasticsearch; Redis Labs; Confluent; Twilio Segment; Stytch; Trulioo; Yoti; Socure; Ekata; PartnerHero; TaskUs; Kantar; Ipsos; Qualaroo;
  Webalizer; Urchin; StatCounter; HitBox; WebSideStory; Burst Media; Engage Technologies; Link Exchange; LinkShare; Commission Junction; Rakuten; Impact Radius;
  ShareASale; Awin; TradeDoubler; Better Business Bureau; eTrust; ESRB; NAI; DAA; EDAA; TransUnion; Dun & Bradstreet; DataRep; VeraSafe; JAMS; Zopim;
  Olark; Uservoice; UserVoice; GetSatisfaction; SimilarWeb; Similarweb; Hive Moderation; Flickr; Foursquare; Orkut; Digg; Delicious; StumbleUpon; Bebo; MySpace`
    .split(';')
    .map((name) => name.replace(/\s+/g, ' ').trim());

/** Whose the names of the list are: on their owner's own pages they name no third party. */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  microsoft: [
    'Microsoft',
    'Bing',
    'Skype',
    'Azure',
    'LinkedIn',
    'GitHub',
    'Microsoft Clarity',
    'MSN',
    'Office 365',
    'Xbox',
  ],
  google: [
    'Google',
    'YouTube',
    'DoubleClick',
    'Firebase',
    'AdMob',
    'Crashlytics',
    'reCAPTCHA',
    'BigQuery',
    'Gmail',
    'AdSense',
    'Looker',
  ],
  facebook: ['Facebook', 'Meta', 'Meta Platforms', 'Instagram', 'WhatsApp'],
  instagram: ['Facebook', 'Meta', 'Meta Platforms', 'Instagram', 'WhatsApp'],
  amazon: ['Amazon', 'Amazon Web Services', 'AWS', 'Twitch'],
  apple: ['Apple', 'Apple Pay'],
  yahoo: ['Yahoo', 'Flurry', 'Tumblr', 'AOL'],
  aol: ['AOL', 'America Online', 'Advertising.com', 'Yahoo'],
  youtube: ['Google', 'YouTube'],
  waze: ['Google', 'Waze'],
  atlassian: ['Atlassian', 'Trello', 'Jira', 'Bitbucket'],
  salesforce: ['Salesforce', 'Slack', 'Heroku', 'Tableau', 'Pardot', 'ExactTarget'],
  twilio: ['Twilio', 'SendGrid', 'Segment', 'Twilio Segment'],
  paypal: ['PayPal', 'Braintree'],
  linkedin: ['LinkedIn', 'Microsoft', 'GitHub', 'Bing', 'Skype'],
  wordpress: ['Automattic', 'Akismet', 'Jetpack', 'WooCommerce', 'Gravatar', 'Tumblr', 'WordPress'],
  firefox: ['Mozilla'],
  npmjs: ['GitHub', 'Microsoft'],
  github: ['GitHub', 'Microsoft'],
};

/** Words that begin a sentence or a heading and no company's name. */
export const NO_NAME =
  /^(?:data protection officer|attention|attn|address|email|to|by|and|if|from|our|contact|for|of|the|with|at|in|on|or|as|under|via|any|all|see|form|cancellation|agreement|services?|company|private|limited|a|an|this|these|your|we|is|are|please|holdings?|where|when|while|because|however|since|but|which|who|both|either|between|through|using|into|about|anbieters?|dienst(?:es|leisters?)?|firma|unternehmens?|gesellschaft|der|des|die|das|dem|société|sarl|la|le|les|du|de|par|von|an|und|et|bei|durch) /i;

/**
 * A name with a legal form behind it: `Example Services, Inc.`, `Example Co., Ltd.` A full stop within the name is followed
 * by a letter, so that no name begins in the sentence before. (`\p{…}` follows the engine's Unicode version.)
 */
export const LEGAL_FORM =
  /(?<![\p{L}\p{N}.])((?:\p{Lu}|(?:\p{N}{1,4}|\p{Ll}{1,6})(?=\p{Lu}))[\p{L}\p{N}&'’-]{0,40}!?(?:\.[\p{L}\p{N}]{1,20}){0,2}(?: (?:\p{Lu}[\p{L}\p{N}&'’-]{0,40}!?|of|&|\(\p{Lu}\p{L}{1,12}\))){0,6}?)(?:,? (?:Co|Company|Pte|Pvt|Private|Pty|UK|\(UK\)|Holdings?))?\.?,? (?:Inc|INC|LLC|L\.L\.C|Ltd|LTD|Limited|LIMITED|GmbH|Corp|Corporation|S\.A\.S|SAS|S\.A|S\.à r\.l|B\.V|AG|PLC|plc|SE|Pty)(?![\p{L}\p{N}])\.?(?:,? (?:Pvt|Pte|Pty|Co|Ltd|Inc|KG|& Co\.? KG)(?![\p{L}\p{N}])\.?){0,3}/gu;

/** Who promises: ourselves, by whatever word, or the information of which something is promised. */
const SUBJECT = String.raw`(?:we|our (?:company|staff|site|sites|service|services|team|app|servers?|employees|newsletters?)|(?:the|this) (?:company|site|website|service|app)|[\w-]{1,60}\.com)`;
const DATA = `(?:information|data|details|address(?:es)?|names?|numbers?|records|files|logs|cookies|e-?mails?|requests|profiles?|passwords?)`;
const DONE = `(?:collected|shared|sold|rented|used|disclosed|stored|saved|kept|tracked|transferred|given|released|passed|linked|retained|logged|traded|combined|provided|made|sent|read|associated|subject to change)`;

/** Up to n words between who promises and what is promised; none that begins another statement. */
const between = (n: number) =>
  String.raw`(?: (?!(?:you|they|who|that|which|users?|sure|provide|offer|send)\b)[\w'/-]+){0,${n}}?`;
/** What is done always, where that is said to reassure. */
const ALWAYS = `(?:ask|obtain|get|seek|notify|inform|tell|give|keep|protect|treat|respect|encrypt|delete|let|require|handle)`;

/** Words that make a sentence a promise: what we do not or always do, or what never happens to information. */
export const PROMISE = new RegExp(
  [
    String.raw`\b${SUBJECT}${between(2)} (?:will never|will not|shall not|do not|does not|never|won't|don't|doesn't|will only|are not|is not)\b`,
    String.raw`\b${SUBJECT}${between(3)} only (?!with |accessible|available|intended|required|obliged|prepared|by |applies|apply|cover)`,
    String.raw`\b${SUBJECT}(?: will)? always(?= ${ALWAYS})`,
    String.raw`\b${DATA}(?: (?!(?:that|which|who)\b)[\w'/-]+){0,6}? (?:is|are|will|was) (?:not|never)(?: be)?(?: [\w']+){0,2} ${DONE}\b`,
    String.raw`\bno (?:\w+ ){0,3}${DATA}(?: \w+){0,3} (?:is|are|will be) ${DONE}\b`,
    String.raw`\bnot subject to change\b`,
    String.raw`\b${SUBJECT}(?: \w+){0,2} (?:promises?|pledges?|(?:are |is )?committed to(?= (?:\w+ ){0,4}(?:protect\w*|priva\w+|secur\w+|safeguard\w*|respect\w*|confiden\w+|keep\w*|transparen\w+))|under no circumstances)\b`,
  ].join('|'),
  'gi',
);

/** Of what stands in their company nothing is promised: what is disclaimed, or done by others. */
export const NO_PROMISE =
  /\b(?:(?:is|are) not (?:intended|available|directed|designed|aimed|targeted|meant|oblig\w+|required|suitable|subject to|affiliated|a party|the same|always|limited)|(?:is|are) (?:only (?:available|accessible|intended|open|required|obliged)|(?:available|accessible|intended|open) only)|(?:do|does|will) not (?:\w+ )?(?:own|operate|control|encourage|request (?:additional )?consent|serve|have (?:any )?(?:access|influence)|remove|engage in (?:such )?profiling)\b|(?:companies|parties|sites|websites|businesses) we (?:do not|don't)|(?:make sure|ensure)(?: that)? we|not (?:then )?(?:work|function|operate|be available)|(?:do|does) not (?:currently )?(?:have to|allow (?:you|users|members|customers)|permit|support|recogni[sz]e|constitute|include|contain|mean|cover|extend|need to|believe|consider|know)|guarantees?|warrant\w*|responsib\w+|liable|liability|limited to|control(?:s)? (?:over|these|the|how|what)|have (?:any |no )?control|not control|endorse\w*|respond to (?:\w+ |["“”']){0,3}(?:do[- ]not[- ]track|dnt|browser)|do not track signals?|cannot (?:ensure|promise|assure|be held)|not be able|n't be able|n't necessarily|in response to (?:these|such|those) signals|do not (?:always )?(?:have access|represent|currently respond)|does not apply|do not apply|not necessarily|(?:are|is) not able to|not be required to|prevent or|ensure that (?:\w+ ){0,3}(?:is|are) not|\bdnt\b|do[- ]not[- ]track["”’]? (?:signals?|requests?|settings?)|actual knowledge|gpc signal|as we (?:do not|don't) know)\b/i;

/** Words that leave open what is meant (after Bhatia, Breaux, Reidenberg and Norton, 2016: a taxonomy of vague terms). */
export const VAGUE =
  /\b(?:as (?:needed|necessary|appropriate|applicable)|from time to time|may|might|can|could|would likely|generally|mostly|widely|typically|usually|normally|often|sometimes|occasionally|primarily|largely|in general|some|certain|most|many|various|several|anyone|everyone|numerous|reasonabl[ey]|necessary|appropriate|inappropriate|carefully selected|trusted|reputable|such as|including(?:,)? but not limited to|among other things|and so on|etc|other (?:purposes|reasons|third parties|information)|similar (?:technologies|purposes|services))\b/gi;
