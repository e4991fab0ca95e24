import { describe, expect, it } from 'vitest';
import { dropFurniture, learnFurniture } from './learned-furniture.ts';

const CORE =
  'We keep your letters, your address and one cookie, and you have a right to see all of them at any time.';
const text = (...related: string[]) =>
  `# Privacy Policy\n\n${CORE}\n\n${related.map((name) => `- [${name}](http://lanternfish.example/${name.length})`).join('\n')}\n`;

describe('learnFurniture', () => {
  it('learns the lines that rotate around an unchanged text', () => {
    const texts = [
      text('How to write', 'Stamps'),
      text('How to seal', 'Stamps'),
      text('How to send', 'Stamps'),
    ];
    expect([...learnFurniture(texts)].sort()).toEqual(['How to seal', 'How to send', 'How to write']);
  });

  it('takes two variants for a change of the policy', () => {
    expect(learnFurniture([text('Updated 3 May 2001'), text('Updated 4 May 2002')]).size).toBe(0);
  });

  it('learns nothing from texts that change themselves', () => {
    const texts = ['one', 'two', 'three'].map((name) => text(name).replace('one cookie', `${name} cookies`));
    expect(learnFurniture(texts).size).toBe(0);
  });
});

describe('dropFurniture', () => {
  it('takes learned lines from the rim and logs them', () => {
    const { markdown, removed } = dropFurniture(text('How to write', 'Stamps'), new Set(['How to write']));
    expect(markdown).toBe(text('Stamps'));
    expect(removed).toEqual([
      { step: 'learned', reason: 'rotates around an unchanged text', text: 'How to write' },
    ]);
  });

  it('leaves the text between the first and the last sentence alone', () => {
    const whole = `${CORE}\n\n- Stamps\n\n${CORE}\n`;
    expect(dropFurniture(whole, new Set(['Stamps'])).markdown).toBe(whole);
  });
});
