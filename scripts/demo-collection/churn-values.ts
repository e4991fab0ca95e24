import { timestampToSeconds } from '../../crawler/core/index.ts';
import type { Advert, ChurnValues, Era } from './model.ts';
import { seededChoice, seededFraction, seededHex } from './seeded.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Advertisements of the time; each decade has its own. */
const adverts: readonly { readonly until: number; readonly choices: readonly [Advert, ...Advert[]] }[] = [
  {
    until: 2005,
    choices: [
      { words: 'Win a trip to the islands! Click here!', href: 'http://www.banner-wheel.example/go?c=8812' },
      { words: '56k is not enough. Get FASTER today.', href: 'http://www.banner-wheel.example/go?c=9034' },
      { words: 'Your horoscope, free, every morning', href: 'http://www.banner-wheel.example/go?c=7710' },
      { words: 'Send flowers in three clicks', href: 'http://www.banner-wheel.example/go?c=6405' },
    ],
  },
  {
    until: 2013,
    choices: [
      { words: 'Get 1,000 free ringtones now', href: 'http://ads.second-glance.example/r/551' },
      { words: 'Refinance at 3.9%: see if you qualify', href: 'http://ads.second-glance.example/r/902' },
      { words: 'Meet people in your town tonight', href: 'http://ads.second-glance.example/r/317' },
    ],
  },
  {
    until: 9999,
    choices: [
      {
        words: 'Try our partner’s meal kit: half off your first box',
        href: 'https://t.plated-post.example/x',
      },
      { words: 'Sleep better in fourteen days', href: 'https://t.quiet-pillow.example/x' },
      { words: 'The one app for all your bills', href: 'https://t.tidy-bills.example/x' },
    ],
  },
];

/** What changes from capture to capture in an era, for the page captured at this second. */
export function churnValues(era: Era, url: string, timestamp: string): ChurnValues {
  const seed = `${url} ${timestamp}`;
  const year = Number(timestamp.slice(0, 4));
  const shown = (name: Era['churn'][number]): boolean => era.churn.includes(name);
  return {
    today: shown('today') ? longDate(timestamp) : null,
    hits: shown('counter') ? hitsAt(era, timestamp, seed) : null,
    session: shown('session') ? seededHex(`session ${seed}`, 32) : null,
    advert: shown('ads') ? chooseAdvert(year, seed) : null,
    copyrightYear: shown('copyright-year') ? year : Number(era.from.slice(0, 4)),
    nonce: shown('nonce') ? seededHex(`nonce ${seed}`, 24) : null,
  };
}

function longDate(timestamp: string): string {
  const date = new Date(timestampToSeconds(timestamp) * 1000);
  return `${weekdays[date.getUTCDay()]}, ${months[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}

/** A counter that only grows: some 700 visitors a day since the era began. */
function hitsAt(era: Era, timestamp: string, seed: string): number {
  const seconds = timestampToSeconds(timestamp) - timestampToSeconds(`${era.from.replaceAll('-', '')}000000`);
  return 10_000 + Math.floor((seconds / 86_400) * 700 + 350 * seededFraction(`hits ${seed}`));
}

function chooseAdvert(year: number, seed: string): Advert {
  const time = adverts.find(({ until }) => year < until) ?? adverts[0]!;
  return seededChoice(`advert ${seed}`, time.choices);
}
