import { describe, expect, it } from 'vitest';
import { HEAD_LENGTH, recognizeFormat } from './formats.ts';

describe('formats', () => {
  const zip = (name: string, content = '') =>
    Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from(name + content)]);
  it.each([
    ['a.rtf', Buffer.from('{\\rtf1\\ansi We keep nothing.}'), 'RTF'],
    ['a.txt', Buffer.from('{\\rtf1\\ansi named otherwise}'), 'RTF'],
    ['a.html', Buffer.from('\ufeff{\\rtf1\\ansi behind a mark}'), 'RTF'],
    ['a.json', Buffer.from('{ "policy": "We keep nothing." }'), 'JSON'],
    ['a.txt', Buffer.from('[{"policy": "We keep nothing."}]'), 'JSON'],
    ['a.xml', Buffer.from('<?xml version="1.0"?><rss><title>Privacy</title></rss>'), 'XML'],
    ['a.eml', Buffer.from('From: us@lantern.example\r\nSubject: Privacy\r\n\r\nWe keep nothing.'), 'mail'],
    ['a.doc', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'latin1'), 'DOC'],
    ['a.docx', zip('[Content_Types].xml'), 'DOCX'],
    ['a.odt', zip('mimetype', 'application/vnd.oasis.opendocument.text'), 'OpenDocument'],
    ['a.epub', zip('mimetype', 'application/epub+zip'), 'EPUB'],
    ['a.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'PNG'],
    ['a.jpg', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 'JPEG'],
    ['a.webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), 'WebP'],
    ['a.7z', Buffer.from("7z\xbc\xaf'\x1c", 'latin1'), '7z'],
    ['a.arc', Buffer.from('filedesc://x.arc 0.0.0.0 20020101 text/plain 69\n'), 'ARC'],
    ['a.webarchive', Buffer.from('bplist00\xd1', 'latin1'), 'Safari'],
    ['a.bin', Buffer.from([1, 0, 2, 0, 3, 9]), 'NUL'],
  ])('%s is refused by name', (name, bytes, word) => {
    const format = recognizeFormat(name, bytes.subarray(0, HEAD_LENGTH));
    expect(format).toMatchObject({
      foreign: expect.stringContaining(word),
      remedy: expect.stringMatching(/\w{3}/),
    });
  });

  it.each([
    ['policy.txt', Buffer.from('BMW and MZ are names, 7z is none.'), 'text'],
    ['policy', Buffer.from('<!DOCTYPE html><html>'), 'html'],
    ['policy', Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE html><html>'), 'html'],
    ['policy.txt', Buffer.from('From: the company\n\nTo: whom it concerns'), 'text'],
    ['policy.md', Buffer.from('[Privacy](https://lantern.example/) {of} "us"'), 'text'],
    [
      'a.mht',
      Buffer.from(
        'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n',
      ),
      'mhtml',
    ],
    ['policy.htm', Buffer.from('Privacy'), 'html'],
    ['policy', Buffer.from('<html>\0<body>We keep nothing.\0'), 'html'],
    ['policy', Buffer.from('<html><body>We keep nothing.', 'utf16le'), 'html'],
    ['policy.txt', Buffer.from('\ufeffPrivacy policy', 'utf16le'), 'text'],
    ['x.pdf', Buffer.from('%PDF-1.4'), 'pdf'],
    ['x', Buffer.from('WARC/1.0\r\n'), 'warc'],
    ['x.zip', zip('Lantern/Privacy Policy/2021.md'), 'zip'],
  ])('%s is taken', (name, bytes, format) => expect(recognizeFormat(name, bytes)).toBe(format));
});
