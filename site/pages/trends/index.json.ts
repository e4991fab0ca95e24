import type { APIRoute } from 'astro';
import { answerJson } from '../../answers.ts';
import { standingCharts } from '../../trends.ts';
import { chartAddress, trendFactsAddress } from '../../view/trend-addresses.ts';
import { describeChart } from '../../view/trend-table.ts';

export const GET: APIRoute = () =>
  answerJson({
    facts: trendFactsAddress(),
    charts: standingCharts().map(({ name, all }) => ({
      name,
      address: chartAddress(name),
      ...describeChart(all),
    })),
  });
