import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { listStandingPaths, standingChart } from '../../../trends.ts';
import { chartNumbers } from '../../../view/trends/table.ts';

export const getStaticPaths = listStandingPaths;

export const GET: APIRoute = ({ params }) => {
  const { all, constant } = standingChart(params.chart!);
  return answerJson({ all: chartNumbers(all), constant: constant && chartNumbers(constant) });
};
