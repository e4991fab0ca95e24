import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { searchIndexOf } from '../store/search-index.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';

/** What the search finds in texts of several languages, and what it tries before it says that nothing says it. */

const folder = makeFolder();
const store = join(folder, 'tries.sqlite');

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'lumen.example': [
    'We may place clear gifs in the letters we send, to learn whether you have opened them.',
    'Nobody under the age of 13 may hold an account with us, and we close those we find.',
    'What you write to each other is used for training the AI model behind our answers.',
    'We keep your data as long as you have an account, and for one year after it was closed.',
    'Our adver\u00adtisers get figures about all readers together, and part\u200bners get none at all.',
    'You may delete your account at any time, and the personal details in it go with it.',
    'A parent may ask to be shown what a child wrote.',
  ],
  'laterne.example': [
    'Wir löschen die Daten eines Kindes, sobald wir erfahren, dass es noch keine dreizehn Jahre alt ist.',
    'Die Verarbeitung Ihrer Daten geschieht nur in der Europäischen Union und in der Schweiz.',
  ],
  'lampe.example': [
    'Nous gardons vos données personnelles pendant un an, et nous les effaçons ensuite sans exception.',
    'La personne qui nous écrit reçoit une réponse de notre équipe dans un délai de dix jours ouvrés.',
  ],
  'latarnia.example': [
    'Składasz wniosek o usunięcie danych, a my odpowiadamy na niego w ciągu trzydziestu dni.',
    'Twoje dane osobowe przechowujemy tylko tak długo, jak jest to potrzebne do świadczenia usługi.',
  ],
  'akari.example': [
    '当社は、お客様の個人情報を適切に取り扱います。個人情報は第三者に提供しません。',
    'お客様のメールアドレスは、お問い合わせへの回答のためだけに利用します。',
  ],
  'deung.example': [
    '회사는 이용자의 개인정보를 소중히 다루며, 법이 정한 기간 동안만 안전하게 보관합니다.',
    '개인정보처리방침이 바뀌면 이용자에게 미리 알리고, 이용자는 언제든지 삭제를 요청할 수 있습니다.',
  ],
};

beforeAll(async () => {
  for (const [domain, clauses] of Object.entries(TEXTS)) {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${domain}.md`);
    writeFileSync(
      file,
      `# Privacy policy\n\n${[...clauses, ...clauses.map((one) => `${one} (${domain})`)].join('\n\n')}\n`,
    );
    const { exitCode, stderr } = await runHere([
      'import',
      file,
      '--domain',
      domain,
      '--date',
      '2020-01-02',

      '--store',
      store,
    ]);
    expect(exitCode, stderr).toBe(0);
  }
});

async function search(typed: string, ...args: string[]) {
  const { exitCode, stdout, stderr } = await runHere([
    'search',
    ...args,
    '--json',
    '--store',
    store,
    '--',
    typed,
  ]);
  const found = stdout === '' ? [] : stdout.split('\n').map((line) => JSON.parse(line));
  return {
    exitCode,
    stderr,
    domains: [...new Set(found.map(({ domain }) => domain))],
    text: found[0]?.text ?? '',
  };
}

describe('words are found in any form', () => {
  test.each([
    ['one for several', 'clear gif', 'lumen.example', 'clear gifs'],
    ['several for one', 'accounts deletes', 'lumen.example', 'delete your account'],
    ['of verbs', 'train AI models', 'lumen.example', 'training the AI model'],
    ['bent within, of a noun', 'children parents', 'lumen.example', 'what a child wrote'],
    ['as a reader would say it', 'delete my account', 'lumen.example', 'delete your account'],
    ['bent within, of a verb', 'kept data year', 'lumen.example', 'We keep your data'],
    ['behind soft hyphens and invisible signs', 'advertiser partner', 'lumen.example', 'readers together'],
    ['in German, without the dots', 'loscht Daten', 'laterne.example', 'löschen die Daten'],
    ['in German, of several', 'Verarbeitungen', 'laterne.example', 'Die Verarbeitung'],
    ['in German, of a noun', 'Kindern dreizehn', 'laterne.example', 'Kindes'],
    ['in French, without accents', 'donnee personnelle', 'lampe.example', 'données personnelles'],
    ['in Polish, without the stroke', 'skladasz', 'latarnia.example', 'Składasz'],
    ['in Japanese', '個人情報', 'akari.example', '個人情報'],
    ['in Japanese, a part of a word', 'アドレス', 'akari.example', 'メールアドレス'],
    ['in Korean, without the particle', '개인정보', 'deung.example', '개인정보를'],
  ])('%s', async (_, typed, domain, text) => {
    const found = await search(typed);
    expect(found.domains, found.stderr).toEqual([domain]);
    expect(found.text).toContain(text);
    expect(found.stderr).not.toMatch(/Shown instead|Nothing says/);
  });

  it('but not as other words of one stem, and not in quotes', async () => {
    expect((await search('personal account')).text).toContain('personal details');
    const { stderr } = await search('person account');
    expect(stderr).toContain('No clause says “person” and “account”');
    expect((await search('"clear gif"')).stderr).toContain(
      'No clause says “clear gif”. Shown instead: the words in any form',
    );
  });
});

describe('what is tried, and said', () => {
  test.each([
    [
      'words of which no clause holds all',
      'children under 13',
      'Nobody under the age of 13',
      'clauses that say',
    ],
    [
      'a question',
      'how long do you keep my data',
      'We keep your data as long',
      'Shown instead: clauses that say',
    ],
    ['a misspelt word', 'acount closed', 'account', '“account” for “acount”'],
    [
      'a language whose endings are not known',
      'usuniecia wniosku',
      'Składasz wniosek',
      'words that begin alike',
    ],
  ])('%s', async (_, typed, text, words) => {
    const found = await search(typed);
    expect(found.exitCode).toBe(0);
    expect(found.stderr).toContain(words);
    expect(found.text).toContain(text);
  });

  it('is nothing at all only where no word is there in any form', async () => {
    const nothing = await search('zeppelin xylophone');
    expect(nothing).toMatchObject({ exitCode: 3, domains: [] });
    expect(nothing.stderr).toBe(
      'Nothing says “zeppelin” and “xylophone” here, nor any of the words, in any form or spelling near them.',
    );
  });
});

describe('the index beside the store', () => {
  it('is made again from nothing, and follows the store', async () => {
    const index = searchIndexOf(store);
    expect(existsSync(index)).toBe(true);
    writeFileSync(index, 'no database');
    for (const suffix of ['-wal', '-shm']) rmSync(`${index}${suffix}`, { force: true });
    expect((await search('clear gif')).domains).toEqual(['lumen.example']);

    const file = join(folder, 'later.md');
    writeFileSync(
      file,
      '# Privacy policy\n\nWe send no letters any more, and thus no beacon of any kind is left with you.\n\nWe keep what you write to us for a year, and delete it after that without being asked.\n',
    );
    await runHere([
      'import',
      file,
      '--domain',
      'lumen.example',
      '--date',
      '2021-01-02',

      '--store',
      store,
    ]);
    expect((await search('beacons')).domains).toEqual(['lumen.example']);
    expect((await search('clear gif', '--from', '2021')).stderr).not.toContain(
      '“clear” and “gif” (also “gifs”): ',
    );
    expect((await search('clear gif', '--to', '2020')).domains).toEqual(['lumen.example']);
    expect((await search('個人情報', '--domain', 'lumen.example')).exitCode).toBe(3);
  });
});
