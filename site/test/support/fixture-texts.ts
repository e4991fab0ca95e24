/**
 * Policies of companies that never existed, written for these tests. Each is a title and sections; a version is made by
 * leaving out, replacing or adding sections.
 */

const INTRO =
  'Lantern Mail carries letters between people who know each other. This policy says what we learn about you when you use Lantern Mail, and what we do with it. It covers our web site and our programs.';
const COLLECT =
  'When you register we ask for your name, your e-mail address and a password. We do not ask for your telephone number. If you order paper stationery, we also need a postal address.';
const COOKIES_ONE =
  'Our web site sets one cookie, which remembers that you have signed in. It is deleted when you close your browser. We use no other cookies.';
const COOKIES_TWO =
  'Our web site sets cookies, which remember that you have signed in and count how often you visit. Some of them stay for a year. Our advertising partners may set cookies of their own.';
const SHARING =
  'We do not sell your information. We share it with the printer who makes the stationery you order, and with nobody else unless a court requires it of us.';
const CHILDREN =
  'Lantern Mail is not meant for children under 13. If a child has registered, write to us, and we will delete the account.';
const SECURITY =
  'Letters are stored in a locked room and passwords are scrambled. No computer on the Internet is perfectly safe, but we do what we can.';
const CONTACT =
  'Questions about this policy are answered by people. Write to [privacy@lantern.example](mailto:privacy@lantern.example) or see [our help pages](http://www.lantern.example/help/).';

const section = (heading: string, text: string) => `## ${heading}\n\n${text}`;

function policy(title: string, stated: string | null, sections: readonly string[]): string {
  return `${[`# ${title}`, ...(stated ? [stated] : []), INTRO, ...sections].join('\n\n')}\n`;
}

const collect = section('What we collect', COLLECT);
const sharing = section('Sharing', SHARING);
const children = section('Children', CHILDREN);
const security = section('Security', SECURITY);
const contact = section('Contact', CONTACT);
const first = [collect, section('Cookies', COOKIES_ONE), sharing, contact];
const second = [collect, section('Cookies', COOKIES_TWO), sharing, children, contact];
const third = [collect, children, section('Cookies', COOKIES_TWO), sharing, security, contact];

const REWRITTEN = `# Privacy notice of the Beacon Group

Effective May 25, 2018

Beacon Group Limited operates several messaging products. This notice explains which categories of personal data each product processes, for which purposes, and on which legal basis.

## Categories of data

- Account data: identifiers, credentials, profile pictures.
- Usage data: timestamps, device models, network addresses.
- Location data, where a person has switched it on:
  - approximate location derived from the network;
  - precise location derived from satellites.

## Legal bases

| Purpose | Basis |
|---|---|
| Operating an account | Contract |
| Preventing abuse | Legitimate interest |
| Personalised advertising | Consent |

## Your rights

You may obtain access, rectification, erasure and portability of personal data, and may lodge a complaint with a supervisory authority. Requests are handled by our [data protection officer](mailto:dpo@lantern.example).
`;

/** Versions of lantern.example in time order: timestamp of each capture, and the text it held. */
export const lanternCaptures: readonly (readonly [timestamp: string, markdown: string])[] = [
  ['19990310120000', policy('Lantern Mail privacy policy', 'Last updated March 1, 1999', first)],
  ['19990902083000', policy('Lantern Mail privacy policy', 'Last updated March 1, 1999', first)],
  ['20000115101500', policy('Lantern Mail privacy policy', 'Last updated January 3, 2000', first)],
  ['20000620101500', policy('Lantern Mail privacy policy', 'Last updated June 1, 2000', second)],
  ['20010204000000', policy('Lantern Mail privacy policy', 'Last updated June 1, 2000', third)],
  // A gap of four years, then the text of 2000 again.
  ['20050311222222', policy('Lantern Mail privacy policy', 'Last updated June 1, 2000', second)],
  ['20050312101010', policy('Lantern Mail privacy policy', 'Last updated March 12, 2005', third)],
  ['20180601140000', REWRITTEN],
];

/** Another company on the same subjects, with a date that nobody knows. */
export const undatedText = `Quiet Harbour privacy policy

This policy covers quiet-harbour.example and the programs we give away there. We are two people and keep very little.

Cookies: Our site sets no cookies, except for one that remembers your language for a day.

Information About Children: We do not knowingly collect anything from children. If a child sends us a letter, we answer it and throw it away.

Web Site Log Files: Our server notes the address of each visitor, the date and the page. The notes are deleted after a week and shared with nobody.

Contact: Write to harbour@quiet-harbour.example with any question about this policy.
`;

/** What hostile pages may hold: it must come out as text. */
export const hostileText = `# Policy \\<script>document.title='broken'\\</script> "quoted" & more

This policy says what we collect from you, how we use cookies, and with whom we share your personal information, in words meant to break the page.

## \\<img src=x onerror="document.title='broken'">

Personal information is collected here: \\<svg onload="document.title='broken'">\\</svg> and \\</p>\\</main>\\<h1>Not a heading\\</h1>. We use it to answer you.

## _main

A heading that wants to be an id of the page itself. [A script link](javascript:document.title='broken') and [a data link](data:text/html,broken) and [a good link](https://www.hostile.example/?a=1&b="2").

## \u202Eyciloperutcip

Text with direction marks \u202E reversed \u202C and \u2066 isolated \u2069, null-like \u0007 characters, and ${'long'.repeat(60)} words without any break at all, which must not widen the page.

## =cmd|'/c calc'!A1

- We share your data with partners \`<style>body{display:none}</style>\`
- \\<a href="javascript:alert(1)">click\\</a> to opt out of cookies

| =1+1 | \\<b>bold\\</b> |
|---|---|
| a \\| b | </td></tr></table> |
`;
