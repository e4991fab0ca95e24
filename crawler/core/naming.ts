import { FORM, FORM_AT_END, MAX_READ, NAME, NAME_WITH_FORM, pattern, START } from './company-name.ts';
import { plainText } from './inline.ts';
import type { Clause } from './model.ts';
import { fold, ownName } from './own-domain.ts';
import { isPolicyWord, SPELLING } from './policy-word.ts';
import { type ClauseText, listSelfNames } from './self-name.ts';
import { OWNERS } from './term-rules.ts';
import { listTiedNames } from './tied-names.ts';

/** What a text says of its publisher and of its lists, by which names in it are read. */
export interface Naming {
  /** The names by which the publisher and its group go, folded to letters. */
  readonly own: ReadonlySet<string>;
  /** Words that the text writes small somewhere: with a capital they are no company's name. */
  readonly small: ReadonlySet<string>;
  /** Texts of the items and rows that name others, one each. */
  readonly listed: ReadonlySet<string>;
}

const PERSON = `(?:the )?["“”](?:[Ww]e|[Uu]s|[Oo]ur|(?:[Tt]he )?[Cc]ompany)[,"“”]`;

/** Ways in which a text names its publisher, each with words that it cannot do without: most clauses hold none of them. */
const OWN_PATTERNS: readonly (readonly [needs: RegExp, pattern: RegExp])[] = [
  // `Example Services, Inc. ("Example", "we", "us")`: who is called we.
  [
    /["“”](?:[Ww]e|[Uu]s|[Oo]ur|(?:[Tt]he )?[Cc]ompany)[,"“”]/,
    pattern(
      String.raw`${START}${NAME}${FORM}{0,2}(?: \([^()]{0,40}\))?(?:,? (?:(?:an?|together with|and|trading as|doing business as) [^,.()]{3,60}),?)? \((?:hereinafter|collectively|together|referred to as|also|and|or|the|(?:together )?with (?:its|our) affiliates|[, ]|["“”][^"“”()]{1,30}["“”]){0,12}${PERSON}`,
    ),
  ],
  // `operated by Example Services Ltd`, `Example Services Ltd is the controller`, two of them together.
  [
    /operated|owned|published|provided by|ontroller|parent company/,
    pattern(
      String.raw`(?:(?:[Ss]ites?|[Ss]ervices?|[Ww]ebsites?|[Aa]pps?|[Pp]latform)["“”)]{0,3} (?:is|are) (?:(?:owned|provided) and )?(?:operated|owned|published) by(?: [Tt]he)?|[Ss]ervices?["“”)]{0,3} (?:is|are) provided by(?= [^()]{2,60}\(["“])|[Cc]ontroller(?: of \w+ \w+ \w+)? is:?) ${NAME}${FORM}`,
      String.raw`${START}${NAME}${FORM}(?: \([^()]{0,60}\))?,? (?:is|as|acts as) (?:the|a|your|our) (?:\w+ )?(?:controller|operator|parent company)`,
      `${START}${NAME}${FORM} and ${NAME}${FORM} are (?:the )?(?:joint |data )*controllers`,
    ),
  ],
  // The same in German and French.
  [
    /erantwortlich|etr[ie]+b|esponsable|édité|exploité|collectées/,
    pattern(
      String.raw`[Vv]erantwortliche[rn]?(?: [Ss]telle)?(?: [^.:]{0,80})?(?: ist|:)(?: die)? ${NAME}${FORM}|(?:[Bb]etrieben von|[Bb]etreiber(?:in)?(?: \p{L}+){0,3}(?: ist|:))(?: der| die)? ${NAME}${FORM}`,
      `(?:[Rr]esponsable d[ue] traitement(?: [^.:]{0,60})?(?: est|:)|édité par|collectées par|exploité par)(?: la société)?,? ${NAME}${FORM}`,
    ),
  ],
  // The group: `our parent company, Example SE`, `wholly owned by`, `we are part of the Example Group`.
  [
    /parent|holly|100%|ully|part of|ember|ompan|ubsidiar|["“”]us["“”]|and (?:our|its)|all of which/,
    pattern(
      String.raw`(?:[Oo]ur|[Ii]ts) (?:ultimate )?parent(?: company| corporation)?,? \(?${NAME}${FORM}?|[Oo]ur (?:\p{L}+ ){0,2}(?:company|entity),? ${NAME}${FORM}`,
      `(?:which is|100%|[Ww]holly|[Ff]ully)[- ](?:owned|controlled)(?: and controlled)? by (?:[a-z]+ ){0,5}${NAME}${FORM}`,
      `(?:[Ww]e are|[Aa]s)(?: an?)? (?:part|member|subsidiary|affiliate|brand|division|company) of (?:the )?${NAME}`,
      `(?:part|members?|compan(?:y|ies)) of the ${NAME}${FORM}?(?: [Gg]roup| [Ff]amily| family of (?:companies|businesses|brands))(?<! [Gg]oogle Group)`,
      `(?:sister|affiliated|group) compan(?:y|ies),? (?:such as |including )?${NAME}${FORM}`,
      String.raw`["“”]us["“”]\)?,? (?:which )?includes? ${NAME}${FORM}(?:, ${NAME}${FORM})?(?: and ${NAME}${FORM})?|${START}${NAME}${FORM}, all of which are (?:joint )?controllers`,
      `subsidiaries of ${NAME}${FORM}(?:,? and ${NAME}${FORM})?`,
      `${START}${NAME}${FORM} and (?:our|its) (?:web ?sites?|affiliates|subsidiaries|parent|group|brands)`,
    ),
  ],
  // What its short name means, where a letter reaches it, with whom those who live somewhere deal.
  [
    /["”]\)? means|[Ww]e,|\bus at\b|ddress|f you (?:live|reside|are)/,
    pattern(
      String.raw`(?:["”]\)? means:?|\b[Ww]e,|\bus at:?|following address:?)(?:<br>| )*(?:[Tt]he )?${NAME}${FORM}`,
      String.raw`[Ii]f you (?:live|reside|are)(?: \p{L}+){0,4} in [^.]{2,120}, (?:you are contracting with )?(?:the )?${NAME}${FORM}`,
    ),
  ],
  [
    /©|opyright/,
    pattern(
      String.raw`(?:©|[Cc]opyright)(?: ©| \([cC]\))?(?: \d{4}(?: ?[-–] ?\d{4})?,?)? (?:by )?(\p{Lu}[\p{L}\p{N}&'-]{1,40}(?: \p{Lu}[\p{L}\p{N}&'-]{1,40}){0,3})`,
    ),
  ],
];

/** `covered entities Example, Inc. and Sample LLC`, `our affiliate, …`: names of the group, one after the other. */
const GROUP = String.raw`(?:[Cc]ontrollers?(?:[:,]| are) |(?:[Cc]overed|[Cc]orporate|[Ff]ollowing|[Oo]ur|[Ii]ts)(?: U\.?S\.?)? (?:entities(?:/subsidiaries)?|affiliates?|subsidiar(?:y|ies)|brands|group(?: companies)?)(?:(?! part| prov| vend|\.).){0,60}?[,:]? ?)`;
const INCLUDES = String.raw`\(?(?:including,? (?:to )?|includes? |such as |e\.g\.,? )`;
const MEMBER = String.raw`${NAME}${FORM}?(?: \([^()]{0,40}\))?`;
const OWN_LISTS = [
  pattern(String.raw`${GROUP}(?:${INCLUDES})?\(?((?:${MEMBER}(?:,? and |, )){0,20}${NAME}${FORM})`),
  pattern(`${GROUP}${INCLUDES}((?:${MEMBER}(?:,? and |, )){2,20}${NAME})`),
];
const GROUP_WORDS = /ontroller|entities|ffiliate|ubsidiar|brands|group companies/;
/** `EXAMPLE, LLC PRIVACY POLICY` as a heading. */
const TITLE = new RegExp(
  `^(?:The )?${NAME}${FORM}(?:['’]s)? (?:global |online )?(?:privacy|datenschutz)`,
  'iu',
);
/** What announces an item or row for each company of the group. */
const GROUP_BELOW =
  /\b(?:subsidiaries|covered entities|family of companies|(?:our|its|corporate) affiliates|group companies|following (?:entities|companies) of|(?:these|following) \p{L}+ (?:entities|companies))\b/iu;
const WHOLE_NAME = new RegExp(String.raw`^${NAME}${FORM}\s*(?:$|[|(–;])`, 'u');

/** An address begins with a name: whose it is, the words before it say. */
const ADDRESS = new RegExp(String.raw`^(?:\p{Lu}\p{Ll}+ ){0,6}?${NAME}${FORM}(?=[ ,.]|$)`, 'u');
const OUR_ADDRESS =
  /\b(?:contact|reach|write to|mail|address|questions?|who we are|responsible for (?:your|the)|controller|company details|about us|kontakt\w*|anschrift|verantwortlich\w*|wer wir sind|qui sommes|nous contacter|responsable)\b/i;
const THEIR_ADDRESS =
  /\b(?:representatives?|complain\w*|arbitrat\w+|authority|agents?|recipients?|providers?|partners?|processors?|third part\w+|vertreter\w*|empfänger|anbieter\w*|représentants?|destinataires?|prestataires?|sous-traitants?)(?![\p{L}])/iu;

/** Whether a clause may be the publisher's address: short, and what stands before it says so. */
const isOurAddress = (text: string, before: string) =>
  text.length < 300 &&
  OUR_ADDRESS.test(before) &&
  !THEIR_ADDRESS.test(before + text.slice(0, 60)) &&
  (/\d/.test(text) || text.length < 80);

/** The names of a policy's own addresses: those that stand where it says how to reach it. */
function listAddressNames(lines: readonly ClauseText[]): string[] {
  const found: string[] = [];
  let before: [string, string] = ['', ''];
  let isGroup = false;
  for (const { kind, text } of lines) {
    const member: string | undefined = isGroup && kind !== 'heading' ? WHOLE_NAME.exec(text)?.[1] : undefined;
    if (member) found.push(member);
    if (kind === 'heading' || kind === 'paragraph')
      isGroup = member !== undefined || GROUP_BELOW.test(text.slice(-200));
    if (kind !== 'row' && isOurAddress(text, before.join(' '))) found.push(ADDRESS.exec(text)?.[1] ?? '');
    before = [before[1], text.slice(0, 300)];
  }
  return found;
}

/** The companies in a list of the group's; one that is known as another's is not taken from a list alone. */
const listMembers = (list: string) =>
  [...list.matchAll(NAME_WITH_FORM)].map(([, name]) => name!).filter((name) => !SPELLING.has(fold(name)));

/**
 * The names by which a text's publisher calls itself: what its domain holds, what is said to be “we”, its group, who
 * reserves rights, and at what address it is reached. Folded to letters.
 */
function listOwnNames(lines: readonly ClauseText[], domain: string, small: ReadonlySet<string>): Set<string> {
  const isWord = (word: string) => small.has(word) || isPolicyWord(word);
  const names = [ownName(domain), ...listAddressNames(lines), ...listSelfNames(lines, isWord)];
  for (const { kind, text } of lines) {
    const read = text.slice(0, MAX_READ);
    if (kind === 'heading' && /privacy|datenschutz/i.test(text)) names.push(TITLE.exec(text)?.[1] ?? '');
    for (const [needs, own] of OWN_PATTERNS) {
      if (!needs.test(read)) continue;
      for (const [, ...groups] of read.matchAll(own)) names.push(...groups.filter((name) => name));
    }
    if (!GROUP_WORDS.test(read)) continue;
    for (const lists of OWN_LISTS) {
      for (const [, list] of read.matchAll(lists)) names.push(...listMembers(list!));
    }
  }
  names.push(...listTiedNames(lines, names));
  const bare = names.flatMap((name) => {
    const plain = name.replace(/^[Tt]he /, '');
    return [fold(plain), fold(plain.replace(FORM_AT_END, ''))];
  });
  return new Set(bare.filter((name) => name.length > 1));
}

/** Names that text and list of names give one owner are that owner's, too. */
export function listOwned(own: ReadonlySet<string>): Set<string> {
  return new Set([...own].flatMap((name) => (Object.hasOwn(OWNERS, name) ? OWNERS[name]! : []).map(fold)));
}

const OTHERS =
  /\b(?:sub-?processors?|vendors?|suppliers?|service providers?|providers|third[- ]part(?:y|ies)|(?:external|outside|trusted) (?:companies|services|tools)|(?:our|following) (?:partners|tools|processors|services)|recipients?)\b/i;
const HEAD_OF_NAMES =
  /^(?:name|company|entity|(?:sub-?)?processors?|vendors?|providers?|partners?|suppliers?|service providers?|third part(?:y|ies)|recipients?)(?: names?| compan(?:y|ies)| entit(?:y|ies))?$/i;

/** Items and rows below words that announce other companies: in a table, where its first column is one of names. */
function findListed(lines: readonly ClauseText[]): Set<string> {
  const listed = new Set<string>();
  let isAnnounced = false;
  let isTable = false;
  let before: ClauseText['kind'] | null = null;
  for (const { kind, text } of lines) {
    if (kind === 'row' && before !== 'row') isTable = HEAD_OF_NAMES.test(text.split('|')[0]!.trim());
    else if (kind === 'row' ? isTable : kind === 'item' && isAnnounced) listed.add(text);
    if (kind === 'heading' || kind === 'paragraph') isAnnounced = OTHERS.test(text.slice(-160));
    before = kind;
  }
  return listed;
}

/** Reads what the names in a policy's texts are judged by. */
export function readNaming(clauses: readonly Clause[], domain: string): Naming {
  const seen = new Set<string>();
  const lines: ClauseText[] = [];
  const small = new Set<string>();
  for (const { kind, text } of clauses) {
    if (seen.has(text)) continue;
    seen.add(text);
    const plain = plainText(text).replaceAll('\u00a0', ' ');
    lines.push({ kind, text: plain });
    for (const [word] of plain.matchAll(/(?<![\p{L}\p{N}.@/-])\p{Ll}[\p{Ll}'-]+/gu)) small.add(word);
  }
  return { own: listOwnNames(lines, domain, small), small, listed: findListed(lines) };
}
