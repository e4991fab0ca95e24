import { describe, expect, it } from 'vitest';
import { toUrlkey, urlkeyHost } from './surt.ts';

const SESSION = '0123456789abcdef0123456789abcdef';
const ASP_SESSION = '4hqa0555fwsecu455xqckv45';

describe('toUrlkey', () => {
  it.each([
    ['https://www.Example.com:443/Privacy/?b=2&a=1#x', 'com,example)/privacy?a=1&b=2'],
    ['http://example.com', 'com,example)/'],
    ['http://example.com/', 'com,example)/'],
    ['example.com/privacy', 'com,example)/privacy'],
    ['  http://example.com/privacy\n', 'com,example)/privacy'],
    ['http://user:secret@example.com/', 'com,example)/'],
    ['http://example.com./', 'com,example)/'],
    ['http://example..com/', 'com,example)/'],
  ])('files %s under %s', (url, urlkey) => expect(toUrlkey(url)).toBe(urlkey));

  it('drops www with any number, once, and no other subdomain', () => {
    expect(toUrlkey('http://www1.example.com/')).toBe('com,example)/');
    expect(toUrlkey('http://www23.example.com/')).toBe('com,example)/');
    expect(toUrlkey('http://www.www.example.com/')).toBe('com,example,www)/');
    expect(toUrlkey('http://wwwx.example.com/')).toBe('com,example,wwwx)/');
    expect(toUrlkey('http://privacy.example.com/')).toBe('com,example,privacy)/');
  });

  it('keeps a port unless the scheme implies it', () => {
    expect(toUrlkey('http://example.com:80/')).toBe('com,example)/');
    expect(toUrlkey('https://example.com:443/')).toBe('com,example)/');
    expect(toUrlkey('http://example.com:8080/a')).toBe('com,example:8080)/a');
    expect(toUrlkey('http://example.com:443/')).toBe('com,example:443)/');
    expect(toUrlkey('http://example.com:/')).toBe('com,example)/');
  });

  it('tidies the path', () => {
    expect(toUrlkey('http://example.com//a///b/')).toBe('com,example)/a/b');
    expect(toUrlkey('http://example.com/a/./b/../c')).toBe('com,example)/a/c');
    expect(toUrlkey('http://example.com/a/..')).toBe('com,example)/');
    expect(toUrlkey('http://example.com/index.html')).toBe('com,example)/index.html');
  });

  it('sorts arguments by name, then by value, and drops an empty query', () => {
    expect(toUrlkey('http://example.com/?a-b=1&a=2&a=1&b')).toBe('com,example)/?a=1&a=2&a-b=1&b');
    expect(toUrlkey('http://example.com/x?')).toBe('com,example)/x');
    expect(toUrlkey('http://example.com/x?b=&a')).toBe('com,example)/x?a&b=');
    expect(toUrlkey('http://example.com?q=1')).toBe('com,example)/?q=1');
  });

  it('drops visitor ids', () => {
    expect(toUrlkey(`http://example.com/x?jsessionid=${SESSION}&a=1`)).toBe('com,example)/x?a=1');
    // The separator stays behind, and sorts first as an argument without a name: so it is in the index.
    expect(toUrlkey(`http://example.com/x?a=1&PHPSESSID=${SESSION}`)).toBe('com,example)/x?&a=1');
    expect(toUrlkey(`http://example.com/x?sid=${SESSION}`)).toBe('com,example)/x');
    expect(toUrlkey('http://example.com/x?sid=short')).toBe('com,example)/x?sid=short');
    expect(toUrlkey('http://example.com/x?cfid=12&cftoken=34&a=1')).toBe('com,example)/x?a=1');
    expect(toUrlkey('http://example.com/x?ASPSESSIONIDABCDEFGH=ABCDEFGHIJKLMNOPQRSTUVWX&a=1')).toBe(
      'com,example)/x?a=1',
    );
    expect(toUrlkey(`http://example.com/(${ASP_SESSION})/page.aspx`)).toBe('com,example)/page.aspx');
    expect(toUrlkey(`http://example.com/(S(${ASP_SESSION}))/page.aspx`)).toBe('com,example)/page.aspx');
  });

  it('unifies escapes', () => {
    expect(toUrlkey('http://example.com/%7Euser/%41')).toBe('com,example)/~user/a');
    expect(toUrlkey('http://example.com/a%2525b')).toBe('com,example)/a%25b');
    expect(toUrlkey('http://example.com/a b')).toBe('com,example)/a%20b');
    expect(toUrlkey('http://example.com/a%20b')).toBe('com,example)/a%20b');
    expect(toUrlkey('http://example.com/é')).toBe(toUrlkey('http://example.com/%C3%A9'));
    expect(toUrlkey('http://example.com/%E9')).toBe('com,example)/%e9');
  });

  it('writes names of other alphabets as the network does, and leaves numbers in order', () => {
    expect(toUrlkey('http://bücher.example/')).toBe('example,xn--bcher-kva)/');
    expect(toUrlkey('http://127.0.0.1:8080/a')).toBe('127.0.0.1:8080)/a');
    expect(toUrlkey('http://[::1]/a')).toBe('[::1])/a');
  });

  it('survives what is no address', () => {
    for (const junk of ['', '%', 'data:text/html,hi', 'http://mailto:a@example.com/', 'http://', '\u0000']) {
      expect(typeof toUrlkey(junk)).toBe('string');
    }
  });

  it('gives the same key again for what it understood', () => {
    expect(urlkeyHost(toUrlkey('https://www.example.co.uk/a'))).toBe('uk,co,example');
  });
});
