import { expect, it } from 'vitest';
import { encodeText, typeQuotes } from './text-bytes.ts';

it('writes windows-1252 that the platform decodes to the same text', () => {
  const text = 'Café “quoted” — it’s 5 €… naïve™';
  expect(new TextDecoder('windows-1252').decode(encodeText(text, 'windows-1252'))).toBe(text);
});

it('writes a character reference for what windows-1252 has no byte for', () => {
  expect(new TextDecoder().decode(encodeText('a→b', 'windows-1252'))).toBe('a&#8594;b');
});

it('types quotes and dashes in ASCII only where the era asks for it', () => {
  expect(typeQuotes('“It’s”…', 'straight')).toBe('"It\'s"...');
  expect(typeQuotes('“It’s”…', 'as-written')).toBe('“It’s”…');
});
