import { UserError } from '../../crawler/errors.ts';
import { Fields } from './fields.ts';
import { charsets, churns, declarations, type Era, looks, type MenuLink, textHeadings } from './model.ts';

/** Reads the eras in order; each takes over from the one before what it does not say. */
export function readEras(values: readonly unknown[], fileName: string): Era[] {
  const eras: Era[] = [];
  for (const [index, value] of values.entries()) {
    const fields = new Fields(value, `${fileName}, era ${index + 1}`);
    const before = eras.at(-1);
    const era = readEra(fields, before);
    fields.finish();
    if (before && before.from >= era.from) {
      throw new UserError(
        `${fields.where} begins on ${era.from}, not after ${before.from}.`,
        'Sort the eras.',
      );
    }
    eras.push(era);
  }
  return eras;
}

function readEra(fields: Fields, before: Era | undefined): Era {
  const look = fields.oneOf('look', looks);
  const chrome = fields.oneOf('chrome', looks, chromeFor(look, before));
  fields.text('note', '');
  const from = fields.day('from');
  const owner = fields.text('owner', before?.owner);
  return {
    from,
    look,
    chrome,
    charset: fields.oneOf('charset', charsets, before?.charset),
    declared: fields.oneOf('declared', [...declarations, null], before?.declared),
    quotes: fields.oneOf('quotes', ['straight', 'as-written'], before?.quotes ?? 'as-written'),
    textHeadings: fields.oneOf('textHeadings', textHeadings, before?.textHeadings ?? 'underlined'),
    lineWidth: fields.countOrNull('lineWidth', before ? before.lineWidth : 72),
    home: fields.url('home', before?.home),
    policy: fields.url('policy', before?.policy),
    policyAs: fields.urlOrNull('policyAs', null),
    frame: fields.urlOrNull('frame', null),
    linkText: fields.text('linkText', before?.linkText),
    headline: fields.text('headline', before?.headline),
    blurbs: fields.texts('blurbs', before?.blurbs),
    menu: fields.list('menu', before?.menu).map((link) => readMenuLink(link, fields.where)),
    owner,
    ownerSince: before?.owner === owner ? before.ownerSince : Number(from.slice(0, 4)),
    churn: fields.list('churn', before?.churn ?? []).map((churn) => {
      const known = churns.find((name) => name === churn);
      if (known) return known;
      throw new UserError(`${fields.where}: "${String(churn)}" is no churn.`, `Use ${churns.join(', ')}.`);
    }),
    homeCaptures: fields.count('homeCaptures', before?.homeCaptures ?? 1),
    server: fields.text('server', before?.server),
  };
}

/** Frames and plain text hold only the policy; the rest of the site wears another look. */
function chromeFor(look: Era['look'], before: Era | undefined): Era['look'] {
  if (look === 'frameset') return 'font-table';
  if (look === 'plain-text') return before?.chrome ?? 'xhtml';
  return look;
}

function readMenuLink(value: unknown, where: string): MenuLink {
  const [text, href] = Array.isArray(value) ? value : [];
  if (typeof text === 'string' && typeof href === 'string') return [text, href];
  throw new UserError(
    `${where}: ${JSON.stringify(value)} is no menu link.`,
    'Write it as ["Help", "/help.htm"].',
  );
}
