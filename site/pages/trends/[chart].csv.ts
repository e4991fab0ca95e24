import type { APIRoute } from 'astro';
import { answerText } from '../../answers.ts';
import { listStandingPaths, standingChart } from '../../trends.ts';
import { formatTrendCsv } from '../../view/trends/table.ts';

export const getStaticPaths = listStandingPaths;

export const GET: APIRoute = ({ params }) => {
  const { all, constant } = standingChart(params.chart!);
  return answerText(formatTrendCsv(constant ? [all, constant] : [all]), 'text/csv');
};
