/** What saved pages and the folders they lie in say of themselves. */

import { describe, expect, it } from 'vitest';
import { parseArchivedAddress } from './archived-address.ts';
import { isMhtml, readMhtml } from './mhtml.ts';
import { readPageClaims } from './page-claims.ts';
import { readPathClaims } from './path-claims.ts';

const PAGE = 'http://www.lantern.example/privacy';
const WAYBACK = 'https://web.archive.org';
const claimed = (archive: string) => ({ url: PAGE, timestamp: '20021215143804', archive });

describe('addresses of captures', () => {
  it.each([
    [`${WAYBACK}/web/20021215143804/${PAGE}`, WAYBACK],
    [`${WAYBACK}/web/20021215143804id_/http%3A//www.lantern.example/privacy`, WAYBACK],
    [`${WAYBACK}/web/20021215143804if_/http:/www.lantern.example/privacy`, WAYBACK],
    [`${WAYBACK}/web/20021215143804/www.lantern.example/privacy`, WAYBACK],
    [`https://arquivo.pt/wayback/20021215143804/${PAGE}`, 'https://arquivo.pt/wayback'],
    [`https://arquivo.pt/noFrame/replay/20021215143804/${PAGE}`, 'https://arquivo.pt/noFrame/replay'],
    [`http://localhost:8080/coll/20021215143804mp_/${PAGE}`, 'http://localhost:8080/coll'],
    [`https://archive.today/2002.12.15-143804/${PAGE}`, ''],
    [`https://archive.ph/20021215143804/${PAGE}`, ''],
  ])('%s', (url, archive) => {
    expect(parseArchivedAddress(url)).toEqual({ archive, timestamp: '20021215143804', original: PAGE });
  });

  it.each([
    PAGE,
    'https://lantern.example/news/20021215143804/',
    'https://lantern.example/99999999999999/http://x.example/',
  ])('not %s', (url) => expect(parseArchivedAddress(url)).toBeNull());
});

describe('pages', () => {
  it.each([
    [
      'saved by a browser from an archive',
      `<!-- saved from url=(0067)${WAYBACK}/web/20021215143804/${PAGE} --><html>`,
      WAYBACK,
    ],
    [
      'fetched from the Wayback Machine',
      `<script>__wm.wombat("${PAGE}","20021215143804","https://web.archive.org/","web","/_static/")</script>`,
      WAYBACK,
    ],
    [
      'with its toolbar alone',
      `<div id="wm-ipp-print">The Wayback Machine - ${WAYBACK}/web/20021215143804/${PAGE}</div>`,
      WAYBACK,
    ],
    [
      'with a rewritten canonical link',
      `<link rel="canonical" href="${WAYBACK}/web/20021215143804/${PAGE}"/>`,
      WAYBACK,
    ],
    ['with a rewritten base', `<base href="${WAYBACK}/web/20021215143804/${PAGE}">`, WAYBACK],
    [
      'from pywb',
      `<script>wbinfo = {}; wbinfo.url = "${PAGE}"; wbinfo.timestamp = "20021215143804"; wbinfo.prefix = decodeURI("http://localhost:8080/coll/20021215143804/");</script>`,
      'http://localhost:8080/coll',
    ],
    [
      'from Arquivo.pt',
      `<!-- saved from url=(0070)https://arquivo.pt/noFrame/replay/20021215143804/${PAGE} -->`,
      'https://arquivo.pt/noFrame/replay',
    ],
    [
      'from archive.today',
      `<link rel="canonical" href="https://archive.today/2002.12.15-143804/${PAGE}"/>`,
      '',
    ],
    [
      'with archive.today’s bookmark',
      `<meta property="og:title" content="x"><link rel="bookmark" href="http://archive.today/20021215143804/${PAGE}"/>`,
      '',
    ],
    [
      'saved by SingleFile from an archive',
      `<!--\n Page saved with SingleFile \n url: ${WAYBACK}/web/20021215143804/${PAGE} \n saved date: Wed Mar 04 2020 05:06:07 GMT+0100 (Central European Standard Time)\n-->`,
      WAYBACK,
    ],
  ])('%s', (_name, html, archive) => expect(readPageClaims(html)).toEqual(claimed(archive)));

  it('saved by SingleFile', () => {
    const html = `<!DOCTYPE html> <html lang="en"><!--\n Page saved with SingleFile \n url: ${PAGE} \n saved date: Wed Mar 04 2020 05:06:07 GMT+0100 (Central European Standard Time)\n--><meta charset=utf-8>`;
    expect(readPageClaims(html)).toEqual({ url: PAGE, timestamp: '20200304040607', archive: '' });
  });

  it('mirrored by HTTrack, from an archive and from the site', () => {
    const remark = (from: string) =>
      `<html>\n<!-- Mirrored from ${from} by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 04 Mar 2020 04:06:07 GMT -->`;
    expect(readPageClaims(remark(`web.archive.org/web/20021215143804/${PAGE}`))).toEqual(
      claimed('http://web.archive.org'),
    );
    expect(readPageClaims(remark('www.lantern.example/privacy'))).toEqual({
      url: PAGE,
      timestamp: '20200304040607',
      archive: '',
    });
  });

  it('with the remark that the Wayback Machine puts behind', () => {
    const html = `<!-- saved from url=(0030)${PAGE} --><html></html><!--\n FILE ARCHIVED ON 14:38:04 Dec 15, 2002 AND RETRIEVED FROM THE\n INTERNET ARCHIVE ON 10:00:00 Jan 01, 2024.\n-->`;
    expect(readPageClaims(html)).toEqual(claimed(''));
  });

  it('that say nothing, or only their own address', () => {
    expect(readPageClaims('<html><p>We keep nothing.</p>')).toEqual({
      url: null,
      timestamp: null,
      archive: '',
    });
    expect(readPageClaims(`<link rel=canonical href=${PAGE}>`)).toEqual({
      url: PAGE,
      timestamp: null,
      archive: '',
    });
  });
});

describe('folders', () => {
  const nothing = { timestamp: null, url: null, service: null, kind: null };
  it.each([
    [
      'waybackpack',
      ['saved', '20021215143804', 'www.lantern.example', 'about', 'privacy.html'],
      { timestamp: '20021215143804', url: 'http://www.lantern.example/about/privacy.html' },
    ],
    [
      'host first',
      ['saved', 'www.lantern.example', '20021215143804', 'privacy'],
      { timestamp: '20021215143804', url: 'http://www.lantern.example/privacy' },
    ],
    [
      'a query in the name',
      ['20021215143804', 'lantern.example', 'show.php?page=privacy'],
      { timestamp: '20021215143804', url: 'http://lantern.example/show.php?page=privacy' },
    ],
    ['a day', ['saved', '2002-12-15', 'privacy.html'], { timestamp: '20021215000000' }],
    ['a name that is a moment', ['saved', '20021215143804.html'], { timestamp: '20021215143804' }],
    [
      'a collection’s dataset',
      ['ota', 'Lantern', 'Privacy Policy', '2021-08-01T01-03-12Z.md'],
      { timestamp: '20210801010312', service: 'Lantern', kind: 'Privacy Policy' },
    ],
    [
      'a folder of one kind',
      ['Terms of Service', '2021-08-01T01-03-12Z.md'],
      { timestamp: '20210801010312', kind: 'Terms of Service' },
    ],
    [
      'moments in a folder of another sort',
      ['saved', 'lantern', '2021-08-01T01-03-12Z.html'],
      { timestamp: '20210801010312' },
    ],
    [
      'moments as older datasets spell them',
      ['ota', 'Lantern', 'Privacy Policy', '2021-08-01--01-03-12.md'],
      { timestamp: '20210801010312', service: 'Lantern', kind: 'Privacy Policy' },
    ],
    [
      'an archive’s address taken apart',
      ['web', '20021215143804id_', 'https%3A', 'www.lantern.example', 'privacy'],
      { timestamp: '20021215143804', url: 'https://www.lantern.example/privacy' },
    ],
    [
      'underscores in a moment',
      ['lantern.example', '2002-12-15T14_38_04Z', 'privacy.html'],
      { timestamp: '20021215143804', url: 'http://lantern.example/privacy.html' },
    ],
    ['a day before a name', ['saved', '2002-12-15-privacy.html'], { timestamp: '20021215000000' }],
    ['a moment after a name', ['saved', 'privacy_20021215143804.html'], { timestamp: '20021215143804' }],
    ['a day behind a sign', ['saved', 'privacy@2002-12-15.html'], { timestamp: '20021215000000' }],
    ['a day in brackets', ['saved', 'privacy [2002-12-15].html'], { timestamp: '20021215000000' }],
    ['an instant before a name', ['saved', '20021215T143804Z_privacy.html'], { timestamp: '20021215143804' }],
    [
      'a whole address for a name',
      ['20021215143804', 'http%3A%2F%2Flantern.example%2Fprivacy.html'],
      { timestamp: '20021215143804', url: 'http://lantern.example/privacy.html' },
    ],
    ['the beginning of an address alone', ['saved', 'https%3A%2F%2F%FF'], {}],
    ['the day a text is in force from', ['saved', 'privacy-effective-2002-12-15.html'], {}],
    ['two days', ['saved', '2002-12-15 to 2003-01-01.html'], {}],
    ['nothing of the kind', ['saved', 'lantern', 'privacy.html'], {}],
    ['a number that is no moment', ['20029915143804', 'lantern.example', 'privacy.html'], {}],
  ])('%s', (_name, path, said) => expect(readPathClaims(path, false)).toEqual({ ...nothing, ...said }));

  it('in a repository', () => {
    expect(readPathClaims(['repo', 'Lantern', 'Terms of Service #2.md'], true)).toEqual({
      ...nothing,
      service: 'Lantern',
      kind: 'Terms of Service',
    });
  });
});

describe('MHTML', () => {
  const html = '<html><h1>Privacy Policy</h1><p>We’re here – always. 1+1=2</p></html>';
  const quoted = html.replace(/[=\u0080-\uffff]/g, (sign) =>
    [...Buffer.from(sign)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
  );
  const part = (coding: string, body: string, more = '') =>
    `Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${coding}\r\n${more}\r\n${body}`;
  const head = (type: string, more = '') =>
    `From: <Saved by Blink>\r\n${more}Subject: Privacy\r\nDate: Wed, 4 Mar 2020 05:06:07 +0100\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`;
  const related = (parts: readonly string[], more = '', parameters = '') =>
    `${head(`multipart/related;\r\n\ttype="text/html";\r\n\tboundary="=_b"${parameters}`, more)}${parts.map((text) => `--=_b\r\n${text}\r\n`).join('')}--=_b--\r\n`;
  const image = 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=';

  it.each([
    [
      'quoted-printable',
      related(
        [part('quoted-printable', quoted.replace(/(.{30})/g, '$1=\r\n'))],
        `Snapshot-Content-Location: ${PAGE}\r\n`,
      ),
    ],
    [
      'base64',
      related([
        part(
          'base64',
          Buffer.from(html)
            .toString('base64')
            .replace(/(.{40})/g, '$1\r\n'),
          `Content-Location: ${PAGE}\r\n`,
        ),
      ]),
    ],
    ['8bit', related([part('8bit', Buffer.from(html).toString('latin1'), `Content-Location: ${PAGE}\r\n`)])],
    [
      'a part behind an image, named as the start',
      related(
        [image, part('quoted-printable', quoted, `Content-ID: <p@x>\r\nContent-Location: ${PAGE}\r\n`)],
        '',
        ';\r\n\tstart="<p@x>"',
      ),
    ],
    [
      'parts in a part',
      related([
        `Content-Type: multipart/alternative; boundary="in"\r\n\r\n--in\r\n${part('quoted-printable', quoted, `Content-Location: ${PAGE}\r\n`)}\r\n--in--`,
      ]),
    ],
    [
      'a page alone',
      `From: <Saved>\r\nDate: Wed, 4 Mar 2020 05:06:07 +0100\r\nMIME-Version: 1.0\r\n${part('quoted-printable', quoted, `Content-Location: ${PAGE}\r\n`)}`,
    ],
    [
      'line feeds alone',
      related([part('quoted-printable', quoted)], `Snapshot-Content-Location: ${PAGE}\r\n`).replaceAll(
        '\r\n',
        '\n',
      ),
    ],
  ])('%s', (_name, text) => {
    const bytes = Buffer.from(text, 'latin1');
    expect(isMhtml(bytes.toString('latin1'))).toBe(true);
    const page = readMhtml(bytes)!;
    expect(page.bytes.toString('utf8').trim()).toBe(html);
    expect(page).toMatchObject({ url: PAGE, timestamp: '20200304040607' });
  });

  it('without a page', () => expect(readMhtml(Buffer.from(related([image]), 'latin1'))).toBeNull());
});
