import { describe, expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';
import { isVisitorCounter } from './visitor-counter.ts';

describe('isVisitorCounter', () => {
  it.each([
    '62524 visitors since we started counting',
    '1,234 hits',
    'You are visitor number 20316',
    'You are visitor',
    "You're our 20,316th guest since May 3, 1999!",
    'Hits: 00123',
    'This page has been accessed 1,234 times since 3 May 1999.',
    'Vous êtes le 20316e visiteur',
    'Sie sind Besucher Nr. 20316',
    '20.316 visitas desde mayo de 1999',
  ])('knows %j', (text) => expect(isVisitorCounter(text)).toBe(true));

  it.each([
    'We count visitors, 1,234 of them in May, and delete the list.',
    'Visitors under 13',
    'You are visitors of a shop that sends letters.',
    '2. Visitors and what we know of them',
    'Last updated: 3 May 2001',
  ])('leaves %j alone', (text) => expect(isVisitorCounter(text)).toBe(false));
});

const PROSE = `<p>${'We keep your letters, your address and one cookie, and you have a right to see them all. '.repeat(5)}</p>`;

async function read(html: string) {
  const answer = await normalizePayload({
    bytes: Buffer.from(html),
    contentType: 'text/html',
    original: 'http://lanternfish.example/privacy.html',
  });
  return answer.markdown;
}

describe('normalizePayload', () => {
  const menu = '<a href="/">Home</a> · <a href="/help">Help</a> · <a href="/privacy">Our Privacy Policy</a>';

  it.each([
    '<center>62524 visitors since we started counting</center>',
    `<center>${menu}<br>Copyright 1999 Lanternfish<br>You are visitor number 20316</center>`,
    `<center>${menu} 113808 visitors since we started counting</center>`,
    '<p>This page has been accessed 1,234 times since 3 May 1999.</p>',
  ])('leaves the counter out of %j', async (footer) => {
    expect(await read(`<h1>Privacy Policy</h1>${PROSE}${footer}`)).toBe(
      await read(`<h1>Privacy Policy</h1>${PROSE}`),
    );
  });
});
