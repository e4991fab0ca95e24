import { describe, expect, test } from 'vitest';
import { inventTexts, seededRandom } from './test-documents.ts';
import { formatSpans, parseWordDiff } from './test-notation.ts';
import { diffWords, diffWordsBounded } from './words.ts';

/** One case a line: `[-removed-]`, `{+added+}`, the rest kept. */
const cases: Record<string, string> = {
  'a word replaced': 'We keep [-all-]{+some+} of the logs.',
  'a word added': 'We keep logs{+ briefly+}.',
  'words removed at the start': '[-From time to time -]we keep logs.',
  'numbers are whole': 'Kept for [-1,000-]{+2,000+} days under section [-2.5-]{+2.6+}.',
  'a sentence added is marked from its start': 'We keep logs. {+We sell logs. +}We delete logs.',
  'small words between two changes are marked along':
    'Ask [-sellers of the goods-]{+buyers of these things+} about returns.',
  'a sentence removed is marked to its end': 'We keep logs. [-We sell logs. -]We delete logs.',
  'a long stretch between two changes stays':
    'The [-old-]{+new+} archive of everything else is [-open-]{+closed+} now.',
  'an apostrophe belongs to the word': "The [-user's-]{+member's+} choice of settings.",
  'ideographs are words': '我们收{+集+}信息',
  'katakana spell one word, with its long vowels': 'その他の[-データ-]{+サーバー+}は後に削除します。',
  'what changed in Japanese, not what stands around it': 'その他のデータは[-二年-]{+六か月+}後に削除します。',
  'Latin letters and figures among ideographs':
    '本网站使用Cookie[-及-]{+和+}类似技术来识别您的[-浏览器-]{+设备+}，日志保存[-2年-]{+6个月+}。',
  'clusters of Thai': 'เราเก็บข้อมูลของคุณไว้[-สองปี-]{+หกเดือน+}',
  'clusters of Lao': 'ພວກເຮົາເກັບຂໍ້ມູນ[-ສອງປີ-]{+ຫົກເດືອນ+}',
  'clusters of Khmer': 'យើងរក្សាទុកទិន្នន័យ[-ពីរឆ្នាំ-]{+ប្រាំមួយខែ+}',
  'clusters of Burmese': 'အချက်အလက်များကို[-နှစ်နှစ်-]{+ခြောက်လ+}သိမ်းဆည်းသည်',
  'a sentence of another script added is marked from its start':
    '我们保存日志。{+我们出售日志。+}我们删除日志。',
  'punctuation alone': 'Logs[-;-]{+,+} kept.',
  'a word between quotes that changed is one change': 'Our [-"logs"-]{+“logs”+} are kept.',
  'many words between quotes that changed stay': 'Our [-"-]{+“+}logs of the night watch[-"-]{+”+} are kept.',
  'a word between a mark and a change is marked along':
    'Sold in Ruritania[- & Elbonia-]{+, Elbonia, and Freedonia+}: at sea.',
  'many words between a mark and a change stay':
    'Sold in Ruritania[-;-]{+,+} where all the boats come [-in-]{+home+}.',
  'a surrogate pair stays whole': 'Smile [-😀-]{+😁+} here.',
};

describe('a word diff reads well', () => {
  test.each(Object.entries(cases))('%s', (_, notation) => {
    const { left, right } = parseWordDiff(notation);
    expect(formatSpans(diffWords(left, right))).toBe(notation);
  });

  test('nothing is marked in equal texts, and everything against an empty one', () => {
    expect(diffWords('same', 'same')).toEqual([['kept', 'same']]);
    expect(diffWords('', 'new')).toEqual([['added', 'new']]);
    expect(diffWords('old', '')).toEqual([['removed', 'old']]);
    expect(diffWords('', '')).toEqual([]);
  });
});

const join = (spans: ReturnType<typeof diffWords>, side: 'removed' | 'added') =>
  spans.flatMap(([kind, text]) => (kind === 'kept' || kind === side ? [text] : [])).join('');

describe('a word diff turns the left text into the right', () => {
  test('for invented texts', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const { left, right } = inventTexts(seed, seed % 60);
      const spans = diffWords(left, right);
      expect(join(spans, 'removed')).toBe(left);
      expect(join(spans, 'added')).toBe(right);
      expect(spans.every(([, text]) => text !== '' && text.isWellFormed())).toBe(true);
      for (let at = 1; at < spans.length; at++) expect(spans[at]![0]).not.toBe(spans[at - 1]![0]);
    }
  });

  test('for texts beyond the size of one table, cut at runs that occur once', () => {
    const left = Array.from({ length: 3000 }, (_, k) => `word${k}`);
    const right = left.flatMap((word, k) => (k % 700 === 350 ? ['new', 'text'] : [word]));
    const { spans, approximate } = diffWordsBounded(left.join(' '), right.join(' '));
    expect(approximate).toBe(false);
    expect(join(spans, 'removed')).toBe(left.join(' '));
    expect(spans.filter(([kind]) => kind === 'added').length).toBe(4);
  });

  test('texts that are too long and have nothing in common are replaced whole, and that is said', () => {
    const left = Array.from({ length: 1500 }, (_, k) => `left${k}`).join(' ');
    const right = Array.from({ length: 1500 }, (_, k) => `right${k}`).join(' ');
    expect(diffWordsBounded(left, right)).toEqual({
      spans: [
        ['removed', left],
        ['added', right],
      ],
      approximate: true,
    });
  });
});

describe('in scripts without spaces, what changed is marked and little more', () => {
  const WORDS = {
    Chinese: ['我们', '收集', '您的', '个人信息', '用于', '改进', '服务', '和', '日志', '三十天'],
    Japanese: [
      '当社は',
      'お客様の',
      'データを',
      'メールアドレスの',
      'また',
      '保存し',
      'サーバーに',
      '削除する',
      '二年',
    ],
    Thai: ['เรา', 'เก็บ', 'ข้อมูล', 'ของคุณ', 'ไว้', 'บริการ', 'คุกกี้', 'และ', 'ลบ', 'สามปี'],
    Khmer: ['យើង', 'រក្សាទុក', 'ទិន្នន័យ', 'របស់អ្នក', 'សេវាកម្ម', 'និង', 'លុប', 'ឆ្នាំ'],
  };

  test.each(Object.entries(WORDS))('%s', (_, words) => {
    const random = seededRandom(7);
    const pick = () => words[Math.floor(random() * words.length)]!;
    for (let round = 0; round < 60; round++) {
      const text = Array.from({ length: 30 }, pick);
      const at = Math.floor(random() * text.length);
      const other = text.with(at, pick());
      const spans = diffWords(text.join(''), other.join(''));
      expect(join(spans, 'removed')).toBe(text.join(''));
      expect(join(spans, 'added')).toBe(other.join(''));
      const marked = spans.reduce((sum, [kind, own]) => (kind === 'kept' ? sum : sum + own.length), 0);
      expect(marked).toBeLessThanOrEqual(text[at]!.length + other[at]!.length);
    }
  });
});
