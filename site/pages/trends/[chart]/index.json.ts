import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { fixedChart, listChartPaths } from '../../../trends.ts';
import { chartNumbers } from '../../../view/trends/table.ts';

export const getStaticPaths = listChartPaths;

export const GET: APIRoute = ({ params }) => {
  const { all, constant } = fixedChart(params.chart!);
  return answerJson({ all: chartNumbers(all), constant: constant && chartNumbers(constant) });
};
