/** Who is named, and what is promised or left open: the lists behind `terms.ts`, for English texts. */

/** Companies and services that privacy policies name as others; spelled as found most, matched in their own case. */
export const KNOWN_THIRD_PARTIES: readonly string[] =
  `24/7 Media; AddThis; AdForm; AdMob; Adobe; AdRoll; Advertising.com;
  Akamai; Amazon Web Services; Amazon; Amplitude; AOL; America Online; Apple; AppLovin; AppNexus; AppsFlyer; Atlas DMT; Authorize.Net;
  Avenue A; Azure; BBBOnline; BBBonline; BBB OnLine; Bing; BlueKai; Braintree; Branch; Braze; Chartbeat; Chartboost; Cloudflare; comScore; Coremetrics;
  Crashlytics; Criteo; Datalogix; DoubleClick; Dropbox; Engage; Equifax; Experian; Facebook; Fastly; Firebase; Flashtalking;
  Flurry; GitHub; Google Analytics; Google AdSense; Google Ads; Google; Hotjar; HubSpot; IAB; InMobi; Inspectlet; Instagram;
  IronSource; Kissmetrics; LexisNexis; LinkedIn; LiveRamp; Mailchimp; MailChimp; MasterCard; Mastercard; MatchLogic; Meta Platforms;
  Microsoft; Mixpanel; MoPub; MSN; Nielsen; New Relic; Omniture; OpenAI; OpenX; Optimizely; Oracle; Outbrain; PayPal;
  Pinterest; PubMatic; Quantcast; RealNetworks; Rubicon Project; Salesforce; SendGrid; Sentry; Shopify; Sift; Skype; Snapchat;
  Stripe; Taboola; Tapjoy; Telegram; The Trade Desk; TikTok; Tribal Fusion; TRUSTe; TrustArc; Twilio; Twitter; Unity Ads; Urban Airship;
  ValueClick; Verisign; VeriSign; Visa; Vungle; WebTrends; Webtrends; WhatsApp; WorldPay; Yahoo; YouTube; Zendesk; Zoom`
    .split(';')
    .map((name) => name.replace(/\s+/g, ' ').trim());

/** A name with a legal form behind it: `Example Services, Inc.` (`\p{…}` follows the engine's Unicode version.) */
export const LEGAL_FORM =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{N}&.'-]*|\p{Lu}\p{N}+)(?: (?:\p{Lu}[\p{L}\p{N}&'-]*|of|&)){0,6}),? (?:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|Corp|Corporation|S\.A|B\.V|AG|PLC|Pty)(?![\p{L}\p{N}])\.?/gu;

/** Words that make a sentence a promise. */
export const PROMISE =
  /\b(?:will never|never|(?:will|shall|do|does|would|is|are) not|won't|don't|doesn't|isn't|aren't|will always|always|under no circumstances|not subject to change|guarantee[sd]?|promises?|pledge[sd]?|commit(?:ted)? to)\b/gi;

/** Who promises: without one of these a negative is a statement about somebody else. */
export const PROMISER =
  /\b(?:we|our|us)\b|\b(?:is|are) not (?:\w+ )?(?:collected|shared|sold|used|disclosed|stored|saved|tracked|transferred|subject)/i;

/** Words that leave open what is meant (after Bhatia, Breaux, Reidenberg and Norton, 2016: a taxonomy of vague terms). */
export const VAGUE =
  /\b(?:as (?:needed|necessary|appropriate|applicable)|from time to time|may|might|can|could|would likely|generally|mostly|widely|typically|usually|normally|often|sometimes|occasionally|primarily|largely|in general|some|certain|most|many|various|several|anyone|everyone|numerous|reasonabl[ey]|necessary|appropriate|inappropriate|carefully selected|trusted|reputable|such as|including(?:,)? but not limited to|among other things|and so on|etc|other (?:purposes|reasons|third parties|information)|similar (?:technologies|purposes|services))\b/gi;
