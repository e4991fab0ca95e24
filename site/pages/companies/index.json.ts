import type { APIRoute } from 'astro';
import { answerJson } from '../../answers.ts';
import { listHistories } from '../../histories.ts';
import { release } from '../../store.ts';
import { listCompanies } from '../../view/collection/home-page.ts';

export const GET: APIRoute = () =>
  answerJson({
    release: release(),
    companies: listCompanies(listHistories()).map((row) => ({
      domain: row.domain,
      address: row.address,
      invented: row.isInvented,
      aliases: row.aliases,
      policies: row.policies,
      versions: row.versions,
      visible_changes: row.visibleChanges,
      captures: row.captures,
      first_seen: row.firstSeen,
      last_seen: row.lastSeen,
      coverage_percent: row.coverage,
    })),
  });
