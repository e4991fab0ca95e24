import { describe, expect, it } from 'vitest';
import { readLabelHead } from './label-head.ts';

describe('readLabelHead', () => {
  it.each([
    ['Letters:  We keep them.', 'Letters'],
    ['No Third Party Downloads:  Nothing is fetched.', 'No Third Party Downloads'],
    [
      'Information We Collect About You and Your Letters: Names.',
      'Information We Collect About You and Your Letters',
    ],
    ['Favicon.ico requests: Not tracked.', 'Favicon.ico requests'],
    ['Billing data: Card numbers are kept elsewhere.', 'Billing data'],
    ['Children:', 'Children'],
    ['Ihre Rechte: Sie haben viele.', 'Ihre Rechte'],
    ['Vos droits: vous en avez.', 'Vos droits'],
  ])('%j is titled', (text, label) => expect(readLabelHead(text)?.label).toBe(label));

  it.each([
    'Our servers record each request: the address, the time and the page.',
    'Like every web server, ours write down each request: the address.',
    'We send you messages about your account:',
    'We give information about a customer to others only if:',
    'Last updated: May 3, 2001',
    'Effective: 25 May 2018',
    'Please note: this address is for letters only.',
    'For example: a letter.',
    'Wir erheben: Ihren Namen.',
    'Zum Beispiel: ein Brief.',
    'Nous recueillons: votre nom.',
    'Por ejemplo: una carta.',
    'See http://lanternfish.example for more.',
    'Write to us (the fastest way: by letter).',
  ])('%j is a sentence, or a date', (text) => expect(readLabelHead(text)).toBeNull());
});
