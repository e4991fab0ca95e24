import type { APIRoute } from 'astro';
import { answerJson } from '../../answers.ts';
import { fixedCharts } from '../../trends.ts';
import { chartAddress, trendFactsAddress } from '../../view/trends/addresses.ts';
import { describeChart } from '../../view/trends/table.ts';

export const GET: APIRoute = () =>
  answerJson({
    facts: trendFactsAddress(),
    charts: fixedCharts().map(({ name, all }) => ({
      name,
      address: chartAddress(name),
      ...describeChart(all),
    })),
  });
