import { describe, expect, test } from 'vitest';
import { countReading, countSyllables, gradeReading } from './readability.ts';

describe('syllables', () => {
  test.each([
    ['we', 1],
    ['the', 1],
    ['use', 1],
    ['makes', 1],
    ['shared', 1],
    ['asked', 1],
    ['cookie', 2],
    ['cookies', 2],
    ['table', 2],
    ['services', 3],
    ['provided', 3],
    ['collected', 3],
    ['privacy', 3],
    ['personal', 3],
    ['policy', 3],
    ['information', 4],
    ['essential', 3],
    ['area', 3],
    ['via', 2],
    ['advertising', 4],
    ['rules', 1],
    ['called', 1],
    ['changes', 2],
    ['enabled', 3],
    ['tables', 2],
    ['people', 2],
    ['video', 3],
    ['science', 2],
    ['individual', 5],
    ['language', 2],
    ['quality', 3],
  ])('of “%s”: %i', (word, count) => {
    expect(countSyllables(word)).toBe(count);
  });
});

describe('a clause', () => {
  test('is counted in words, sentences and syllables', () => {
    expect(countReading('We use one cookie. It ends soon.')).toEqual({
      words: 7,
      sentences: 2,
      syllables: 8,
    });
  });

  test('is a sentence at least, if it has a word', () => {
    expect(countReading('no full stop')).toMatchObject({ words: 3, sentences: 1 });
    expect(countReading('1. 2. 3.')).toEqual({ words: 0, sentences: 0, syllables: 0 });
  });
});

describe('the grade', () => {
  test('is the formula', () => {
    expect(gradeReading({ words: 100, sentences: 5, syllables: 150 })).toBe(9.9);
  });

  test('is not given for a text too short for it', () => {
    expect(gradeReading({ words: 99, sentences: 5, syllables: 150 })).toBeNull();
  });
});
