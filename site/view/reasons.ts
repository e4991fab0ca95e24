import { rejectReasons } from '../../crawler/core/index.ts';
/** What became of captures, and why: each with a line for lists and a few sentences for those who ask. Written once. */

export interface ReasonText {
  /** Follows the word *capture*: "the capture holds no text". */
  readonly line: string;
  readonly more: string;
}

const text = (line: string, more: string): ReasonText => ({ line, more });

/** The outcomes, in the order in which they are shown. */
export const outcomeTexts: Readonly<Record<string, ReasonText>> = {
  version: text(
    'holds a text of the policy',
    'The capture was fetched, its text was taken out, and it is, or equals, a version shown here.',
  ),
  duplicate: text(
    'not fetched: its bytes are known',
    'The archive’s index gives it the digest of a capture that was fetched, so that it counts as an observation of the same text.',
  ),
  'not-a-policy': text(
    'fetched, and no text of the policy',
    'What was captured is something else: an error page, a block page, another document. It makes no version, and is counted.',
  ),
  skipped: text(
    'not asked for',
    'The index already says that it cannot be the policy’s text, or the crawl was told to take fewer.',
  ),
  failed: text(
    'could not be had, or not be read',
    'The archive lists it, but did not give it, or gave bytes that are no text. What was in it is not known.',
  ),
  pending: text('not looked at yet', 'The crawl has not come to it. The next one goes on from here.'),
};

const reasonTexts: Readonly<Record<string, ReasonText>> = {
  // Known from the index alone.
  'same-digest': text(
    'has the bytes of a capture that was fetched',
    'The index gives both the same digest. The text is that of the capture that was fetched; this one shows that it still stood there.',
  ),
  redirect: text(
    'a page that only points elsewhere',
    'The capture is a redirect, or a page with nothing on it but a pointer. The address it leads to is looked at on its own.',
  ),
  'error-status': text(
    'an archived error',
    'The site answered the archive with an error, and that answer is what was archived. The policy may have stood elsewhere at the time.',
  ),
  'media-type': text(
    'no page but an image, a script or the like',
    'The index says that the capture is of a kind that holds no text for readers. It is not fetched.',
  ),
  'empty-digest': text(
    'a capture of nothing',
    'Its digest is that of zero bytes: the archive kept a redirect or the answer "not modified", without a page.',
  ),
  removed: text(
    'on the removal list',
    'Somebody with a reason to ask for it had it removed. It is not fetched, and where it had been, its words are not published. Its date and hash stay.',
  ),
  // Chosen by the crawl.
  'not-sampled': text(
    'another capture stands for its period',
    'The crawl was told to take one capture a month, quarter or year. Changes between those it took may have gone unseen.',
  ),
  'between-equal': text(
    'between two captures with the same text',
    'The crawl looked for the moments of change and found the same text before and after this one. A text that came and went between the two would be missed.',
  ),
  'likely-known': text(
    'between two captures with different texts',
    'The crawl was told to find the versions with few requests. Going by the size of its record, this one most likely holds the text before it or the one after it; a short-lived text of its own would be missed.',
  ),
  'beyond-limit': text(
    'beyond the number asked for',
    'The crawl was told to stop after a number of captures. The next run goes on.',
  ),
  'never-a-policy': text(
    'at an address that shows no policy',
    'Captures from all of this address’s time were looked at, and none of them read like a policy. The others were not asked for.',
  ),
  endless: text(
    'one of more captures than any page has',
    'The index lists tens of thousands of captures of this address. Where the text differs was sought by bisecting, up to a limit; a short-lived text may be missed.',
  ),
  // The archive's answer.
  'not-playable': text(
    'the archive gave another capture instead',
    'The archive cannot play this second and points at a capture too far away in time to stand for it.',
  ),
  drifted: text(
    'led to a capture too far away in time',
    'The capture is a redirect, and what the archive has of the place it leads to was captured at quite another time.',
  ),
  'not-archived': text(
    'listed, but not in the archive',
    'The index lists the capture, and the archive answers that it does not have it.',
  ),
  excluded: text(
    'excluded from the archive',
    'The archive does not show this site, mostly because its owner asked for that. It is not absent: nobody may see it.',
  ),
  robots: text(
    'closed by the site’s robots.txt',
    'The archive obeys the site’s robots.txt, and so does not show the capture. Nothing is done to get around that.',
  ),
  'redirect-loop': text(
    'redirects that lead in a circle',
    'Each captured redirect leads to another, and at last to the first again.',
  ),
  'too-many-redirects': text(
    'redirects that do not end',
    'The chain of captured redirects was left after a fixed number of steps.',
  ),
  'bad-redirect': text(
    'a redirect to no web address',
    'What the capture points at is no address that could have been archived.',
  ),
  refused: text(
    'the archive refused it',
    'The archive answered that it will not give this capture. It is asked again after a week, not before.',
  ),
  'too-large': text(
    'larger than the program accepts',
    'The download was stopped at a fixed size that no policy comes near.',
  ),
  unreachable: text(
    'no answer for now',
    'The archive did not answer, several times. The next crawl tries again; nothing is concluded from it.',
  ),
  doubtful: text(
    'an answer not to be believed',
    'What came is not what the index lists, and differed from time to time. The next crawl asks again.',
  ),
  // What the payload turned out to be.
  empty: text(
    'the capture holds no text',
    'No bytes came, or nothing but white space. That says nothing about what a visitor saw.',
  ),
  undecodable: text(
    'the bytes could not be read as a page',
    'They are neither text nor HTML nor PDF, or the compression they came in is damaged.',
  ),
  truncated: text(
    'cut off before its end',
    'The archive’s crawler kept only the beginning of the page, and a capture before or after it holds the same text whole.',
  ),
  incomplete: text(
    'only a part of the text',
    'The captures before and after it hold the same text whole: the page was still loading, or was kept in part. Nothing is concluded from it.',
  ),
  oversized: text(
    'larger than the program reads',
    'The payload is kept, but longer than the program is willing to take apart.',
  ),
  'too-costly': text(
    'too much work',
    'The payload is kept, but made of more tags, lines or text than any policy: the program stops rather than spend hours on it.',
  ),
  'not-normalized': text(
    'not read yet',
    'The payload is kept, and no text has been taken out of it. Deriving the store anew does that.',
  ),
  'too-short': text(
    'too few sentences to be a policy',
    'Links and menus aside, the page holds less running text than the shortest policy would. Often it is a list of links to documents.',
  ),
  'soft-404': text(
    'an error page that claimed to be fine',
    'The site said "not found" in words, with the status of a page that exists. Such pages would look like a policy of one sentence.',
  ),
  parked: text(
    'a parked domain',
    'The domain was for sale or had expired, and its page held advertisements in place of the company’s text.',
  ),
  login: text('a log-in page', 'The archive was shown a form to log in instead of the text behind it.'),
  blocked: text(
    'a block page',
    'A firewall, a captcha or a consent wall answered the archive. What visitors saw is not known.',
  ),
  'script-shell': text(
    'an empty page that only scripts would fill',
    'The text was to be written by scripts in the reader’s browser; the archive’s copy does not hold it. No script is run here.',
  ),
  frameset: text(
    'frames only',
    'The page is a frame around another address, which is looked at on its own where the archive has it.',
  ),
  'wrong-document': text(
    'another document',
    'The page holds text, but not the privacy policy: a home page, terms of use, a help page.',
  ),
  'other-language': text(
    'in another language than the policy’s',
    'This capture is in another language than the policy, and the name for a history of its own is taken by a third. A translation is no change.',
  ),
};

/** A reason nobody described is shown as it is. */
const undescribed = (reason: string): ReasonText => text(reason.replaceAll('-', ' '), '');

export const reasonText = (reason: string): ReasonText => reasonTexts[reason] ?? undescribed(reason);
export const outcomeText = (outcome: string): ReasonText => outcomeTexts[outcome] ?? undescribed(outcome);

/** Why a capture is no version, in one line; '' for one that is. */
export const reasonLabel = (reason: string | null): string =>
  reason === null ? '' : reasonText(reason).line;

export const rejectLabel = (reason: string): string =>
  (rejectReasons as Readonly<Record<string, string>>)[reason] ?? reason.replaceAll('-', ' ');

/** For tests: every reason that is described. */
export const describedReasons: readonly string[] = Object.keys(reasonTexts);
