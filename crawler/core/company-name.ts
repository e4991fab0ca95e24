/** A name as a text writes it: words with capitals. */
export const NAME = String.raw`(\p{Lu}[\p{L}\p{N}&'’-]{0,40}!?(?:\.\p{L}{2,5})?(?: (?:& )?\p{Lu}[\p{L}\p{N}&'’-]{0,40}!?){0,5})`;
/** What a company is by law, behind its name. */
export const FORM = String.raw`(?:,? (?:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|Corp|Corporation|S\.A\.S|SAS|S\.A|SE|B\.V|AG|PLC|plc|Pty|Pte|Pvt|Co|Oy|AB|LLP|LP|PBC|S\.à r\.l)\.?)`;
/** Where a word begins. */
export const START = String.raw`(?<![\p{L}\p{N}])`;
export const pattern = (...parts: string[]): RegExp => new RegExp(parts.join('|'), 'gu');
export const NAME_WITH_FORM = pattern(`${NAME}${FORM}?`);

export const FORM_AT_END =
  /(?<![ ,])[ ,]{1,5}(?:group|family|holdings?|inc|llc|ltd|limited|gmbh|corp|corporation|s\.?a\.?s?|se|b\.?v|ag|plc|co|company)\.?$/i;

/** So much of a clause is read for names of the publisher, in characters. */
export const MAX_READ = 5000;
