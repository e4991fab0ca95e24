import { describe, expect, it } from 'vitest';
import { identityText } from '../core/index.ts';
import { revealEmail } from './email-protection.ts';
import { normalizePayload } from './normalize.ts';

/** Hides a text as the network does. */
function hide(text: string, key: number): string {
  return Buffer.from([key, ...Buffer.from(text).map((byte) => byte ^ key)]).toString('hex');
}

describe('revealEmail', () => {
  it('reads an address whatever its key', () => {
    expect(revealEmail('422d352e022e232c3627302c242b312a6c273a232f322e27')).toBe('owl@lanternfish.example');
    for (const key of [0, 1, 0x7f, 0xff])
      expect(revealEmail(hide('owl@lanternfish.example', key))).toBe('owl@lanternfish.example');
  });

  it.each(['', 'zz', '42', '422d3', hide('no address', 9), hide('a\u0000@b', 9)])(
    'leaves %j alone',
    (hex) => {
      expect(revealEmail(hex)).toBeNull();
    },
  );
});

/** The same page, delivered with another key. */
function page(key: number): string {
  const letters = 'We keep your letters, and you have a right to see them all. '.repeat(8);
  const hex = hide('owl@lanternfish.example', key);
  const hidden = `<span class="__cf_email__" data-cfemail="${hex}">[email&#160;protected]</span>`;
  return `<h1>Privacy Policy</h1><p>${letters}</p>
    <p>Write to <a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${hex}">[email&#160;protected]</a>,
    or <a href="/cdn-cgi/l/email-protection#${hex}">${hidden}</a>, or <a href="/cdn-cgi/l/email-protection#${hide('owl@lanternfish.example?subject=A b', key)}">by mail</a>,
    or type ${hidden}.</p>`;
}

describe('normalizePayload', () => {
  it('shows and links to the addresses as a reader saw them', async () => {
    const [one, other] = await Promise.all(
      [0x42, 0x17].map((key) =>
        normalizePayload({
          bytes: Buffer.from(page(key)),
          contentType: 'text/html',
          original: 'http://lanternfish.example/',
        }),
      ),
    );
    const link = '[owl@lanternfish.example](mailto:owl@lanternfish.example)';
    expect(one!.markdown).toContain(
      `Write to ${link}, or ${link}, or [by mail](mailto:owl@lanternfish.example?subject=A%20b), or type owl@lanternfish.example.\n`,
    );
    expect(other!.markdown).toBe(one!.markdown);
  });

  it('reads alike whether an address is hidden or not', async () => {
    const plain = page(0x42)
      .replace(
        /<a [^>]*>(?!by mail)(?:<span [^>]*>)?\[email&#160;protected\](?:<\/span>)?<\/a>/g,
        'owl@lanternfish.example',
      )
      .replace(/<span [^>]*>\[email&#160;protected\]<\/span>/g, 'owl@lanternfish.example');
    const read = async (html: string) => {
      const payload = { bytes: Buffer.from(html), contentType: 'text/html', original: null };
      return identityText((await normalizePayload(payload)).markdown);
    };
    expect(plain).not.toContain('protected]');
    expect(await read(plain)).toBe(await read(page(0x42)));
  });

  it('keeps the words where the address cannot be read', async () => {
    const html = page(0x42)
      .replaceAll(/data-cfemail="[^"]*"/g, 'data-cfemail=""')
      .replaceAll(/email-protection#\w+/g, 'email-protection');
    const { markdown } = await normalizePayload({
      bytes: Buffer.from(html),
      contentType: 'text/html',
      original: null,
    });
    expect(markdown).toContain('type \\[email protected\\].\n');
  });

  it('takes letters that the network left outside for part of what is hidden', async () => {
    const inside =
      '<span class="__cf_email__" data-cfemail="422d352e022e232c3627302c242b312a6c273a232f322e27">[email&#160;protected]</span>';
    const read = async (html: string) =>
      (await normalizePayload({ bytes: Buffer.from(html), contentType: 'text/html', original: null }))
        .markdown;
    const whole = page(0x42).replace('by mail', inside);
    expect(await read(whole.replace(inside, `o${inside}`))).toBe(await read(whole));
  });
});
