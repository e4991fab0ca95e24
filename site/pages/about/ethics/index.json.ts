import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { listHistories } from '../../../histories.ts';
import { release, status } from '../../../store.ts';
import { siteAddress } from '../../../view/addresses.ts';
import { viewCoverage } from '../../../view/collection/coverage.ts';
import { knownBiases, requestParts, requestSteps } from '../../../view/collection/ethics.ts';
import { sumRuns } from '../../../view/collection/status-page.ts';

export const GET: APIRoute = () => {
  const { runs, removals } = status();
  const { counted, cdx, memento, retries, receivedBytes } = sumRuns(runs);
  return answerJson({
    release: release(),
    licence: {
      what_the_project_made: 'CC-BY-4.0',
      program: 'MIT',
      texts_of_policies: 'their authors’; no claim is made and no licence given',
    },
    removal: { state: requestParts, what_happens: requestSteps, entries: removals.length },
    requests: {
      runs: counted,
      index: cdx,
      captures: memento,
      repeated: retries,
      received_bytes: receivedBytes,
    },
    known_biases: knownBiases,
    coverage: siteAddress('status/index.json'),
    companies: viewCoverage(listHistories()).companies.map(({ domain, usable, flagged, none }) => ({
      domain,
      usable,
      flagged,
      none,
    })),
  });
};
