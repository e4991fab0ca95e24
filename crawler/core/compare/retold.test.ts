import { describe, expect, it } from 'vitest';
import { alignClauses } from './align.ts';
import { clausesOf } from './test-notation.ts';

const BEFORE = `
  # Letters from the lighthouse
  The keeper of Skerry Light writes to everyone who has ever climbed the tower.`;
const AFTER = `
  Boats are announced on the board beside the pier, and nowhere else.
  Children climb the tower with an adult beside them.`;

/** The groups of an alignment of two texts between the same neighbours, the same whichever side is called left. */
function groupsOf(left: string, right: string): string[] {
  const [one, other] = [clausesOf(BEFORE + left + AFTER), clausesOf(BEFORE + right + AFTER)];
  const groups = (matches: ReturnType<typeof alignClauses>['matches']) =>
    matches.filter((match) => match.left.length + match.right.length > 2);
  const shown = groups(alignClauses(one, other).matches).map((match) => `${match.left} > ${match.right}`);
  const back = groups(alignClauses(other, one).matches).map((match) => `${match.right} > ${match.left}`);
  expect(back).toEqual(shown);
  return shown;
}

/** A clause, and what it became: clauses written anew that say the same in its order; and where its parts stand. */
const RETOLD: Record<string, { whole: string; parts: string; at: string }> = {
  'in two sentences apart': {
    whole: `
      Tickets for the tower renew each spring unless you cancel at the harbour office a week ahead; once the purser has your coins, she stamps the card and the lamp room is open to you for the season paid.`,
    parts: `
      Tickets for the tower renew by themselves each spring, except where you told the harbour office a week ahead that you cancel. The office is shut on feast days.
      When it was renewed and the purser holds your coins, the card is stamped by her and you may enter the lamp room for the whole season that was paid.`,
    at: '2 > 2,3',
  },
  'in three, the middle one short': {
    whole: `
      If you lent us your binoculars, we note the marks on the lenses as well as the direction in which you looked, may keep the notes beside the chart of reefs, and let other guests at the same rail see roughly where you stood.`,
    parts: `
      Where you lent us binoculars, we make a note of the marks on their lenses. We do so to draw better charts.
      Such notes can say in which direction you looked, and may be kept beside the chart of reefs.
      For example, other guests at the rail are then shown roughly where you stood, and may wave.`,
    at: '2 > 2,3,4',
  },
  'as a list below its first words': {
    whole: `
      If you sign the visitors' book with your ship's seal, you permit the harbour master to send us the ship's name, the captain (a false one will do) and the port of registry, which we tie to your entry and use to find the entry again.`,
    parts: `
      **Ship's seal:** By signing the visitors' book with your ship's seal, you permit the harbour master to send us:
      - the ship's name
      - the captain (a false one will do)
      - the port of registry, which is tied to your entry and used to find it again`,
    at: '2 > 2,3,4,5',
  },
  'under the number that it had': {
    whole: `
      4.2. Quarrels between guests. The lighthouse takes no side in quarrels between guests, who settle them on the pier and leave the keeper in peace, and whoever drags him in pays for his oil, his candles and his lost sleep.`,
    parts: `
      4.2. Quarrels. The lighthouse decides nothing that guests dispute about, be it places at the rail, hats or songs.
      Guests settle their quarrels on the pier among themselves and leave the keeper in peace. What they then agree is their own affair.
      Should the keeper be dragged into one, those who did so pay for his oil, candles and lost sleep, and apologise.`,
    at: '2 > 2,3,4',
  },
};

const NEW_BESIDE = `
  Letters about the lamp are answered by the keeper himself, in the order in which the tide brings them, and he keeps each in a tin.`;

describe('a clause told anew in several', () => {
  for (const [name, { whole, parts, at }] of Object.entries(RETOLD)) {
    it(`is found ${name}`, () => expect(groupsOf(whole, parts)).toEqual([at]));
    it(`is found ${name}, the other way round`, () => {
      expect(groupsOf(parts, whole)).toEqual([at.split(' > ').reverse().join(' > ')]);
    });
  }

  it('is not what was only written anew beside something new', () => {
    for (const { whole } of Object.values(RETOLD)) {
      const edited = whole.replace('the keeper', 'our keeper').replace('you permit', 'you allow');
      expect(groupsOf(whole, edited + NEW_BESIDE)).toEqual([]);
    }
  });

  it('is not several that speak of the same in another order', () => {
    const { whole } = RETOLD['in two sentences apart']!;
    const other = `
      The lamp room has a stove, and coins that fall behind it belong to the purser. The office knows.
      A ticket is a card of blue paper with a picture of the tower on it, renewed when the paper tears.`;
    expect(groupsOf(whole, whole.replace('a week', 'two weeks') + other)).toEqual([]);
  });
});
