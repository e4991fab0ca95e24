import { expect, test } from 'vitest';
import { SILENCES } from '../../../crawler/core/index.ts';
import { silenceRates, silenceShares } from './silences.ts';

test('a silence is worth what was measured of its topic, language by language', () => {
  const [claimed, untrue] = SILENCES.en!.topics['log-files']!;
  const english = untrue === 0 ? `none of ${claimed} was false` : `${untrue} of ${claimed} `;
  expect(silenceRates('log-files')).toMatch(
    new RegExp(`^English, ${SILENCES.en!.policies} policies: ${english}`),
  );
  expect(silenceRates('collection')).toContain('none was claimed');
  expect(silenceShares()).toMatch(/^English \d+\.\d % of \d+, German \d+\.\d % of \d+, French /);
});
