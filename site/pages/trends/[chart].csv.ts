import type { APIRoute } from 'astro';
import { answerText } from '../../answers.ts';
import { fixedChart, listChartPaths } from '../../trends.ts';
import { formatTrendCsv } from '../../view/trends/table.ts';

export const getStaticPaths = listChartPaths;

export const GET: APIRoute = ({ params }) => {
  const { all, constant } = fixedChart(params.chart!);
  return answerText(formatTrendCsv(constant ? [all, constant] : [all]), 'text/csv');
};
