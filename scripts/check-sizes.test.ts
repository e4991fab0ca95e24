import { expect, it } from 'vitest';
import { listFunctions } from './check-sizes.ts';

it('counts lines that hold code, of functions that have a name', () => {
  const text = `const one = (two: number) => {
  // A remark is free.

  return [two].map((three) => three);
};
function four() {
  return \`five
six\`;
}
`;
  expect(listFunctions('some.ts', text)).toEqual([
    { place: 'some.ts:1', lines: 3 },
    { place: 'some.ts:6', lines: 4 },
  ]);
});
