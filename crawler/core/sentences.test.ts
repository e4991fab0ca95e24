import { describe, expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

describe('sentences', () => {
  test.each([
    ['We keep logs. We delete them.', ['We keep logs.', 'We delete them.']],
    [
      'Sold to Example Inc. Carriers in the U.S. too, e.g. by mail.',
      ['Sold to Example Inc. Carriers in the U.S. too, e.g. by mail.'],
    ],
    ['Why? “Because.” So be it!', ['Why?', '“Because.”', 'So be it!']],
    ['Version 2.5 of privacy@example.com', ['Version 2.5 of privacy@example.com']],
    [
      'データを保存します。削除は「後で。」行います！ 以上',
      ['データを保存します。', '削除は「後で。」', '行います！', '以上'],
    ],
    ['我们保存日志。我们删除它们？是的。', ['我们保存日志。', '我们删除它们？', '是的。']],
    ['데이터를 보관합니다. 삭제는 나중에 합니다.', ['데이터를 보관합니다.', '삭제는 나중에 합니다.']],
    ['نحتفظ بالبيانات. هل نحذفها؟ نعم.', ['نحتفظ بالبيانات.', 'هل نحذفها؟', 'نعم.']],
    ['אנו שומרים נתונים. אנו מוחקים אותם.', ['אנו שומרים נתונים.', 'אנו מוחקים אותם.']],
    ['हम डेटा रखते हैं। हम उसे हटाते हैं।', ['हम डेटा रखते हैं।', 'हम उसे हटाते हैं।']],
    [
      'Wir speichern z.B. Protokolle bzw. Daten. Dann nicht.',
      ['Wir speichern z.B. Protokolle bzw. Daten.', 'Dann nicht.'],
    ],
    ['Voir p.ex. Annexe 2. Merci.', ['Voir p.ex. Annexe 2.', 'Merci.']],
    [
      'Данные, т.е. Журналы, хранятся. Затем удаляются.',
      ['Данные, т.е. Журналы, хранятся.', 'Затем удаляются.'],
    ],
    ['¿Por qué? ¡Porque sí! Vale.', ['¿Por qué?', '¡Porque sí!', 'Vale.']],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});
