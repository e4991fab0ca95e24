import { expect, it } from 'vitest';
import { countWords, listWords } from './tokens.ts';

it.each([
  [
    "the user's opt-out, e.g. at a.b@lens.example",
    ['the', "user's", 'opt-out', 'e.g', 'at', 'a.b@lens.example'],
  ],
  ['その他のデータは', ['そ', 'の', '他', 'の', 'データ', 'は']],
  ['メールアドレスとﾕｰｻﾞｰ名', ['メールアドレス', 'と', 'ﾕｰｻﾞｰ', '名']],
  ['使用Cookie及IP地址', ['使', '用', 'Cookie', '及', 'IP', '地', '址']],
  ['เก็บไว้', ['เก็', 'บ', 'ไว้']],
  ['ទិន្នន័យ 30', ['ទិ', 'ន្ន', 'ន័', 'យ', '30']],
])('cuts %s', (text, words) => {
  expect(listWords(text)).toEqual(words);
});

it('counts about as many words in scripts written without spaces as in others', () => {
  expect(countWords('We keep your data for six months.')).toBe(7);
  expect(countWords('เราเก็บข้อมูลของคุณไว้หกเดือน')).toBe(6);
  expect(countWords('我们会在六个月后删除数据')).toBe(12);
});
