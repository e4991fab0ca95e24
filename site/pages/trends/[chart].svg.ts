import type { APIRoute } from 'astro';
import { answerText } from '../../answers.ts';
import { fixedChart, listChartPaths } from '../../trends.ts';
import { publicAddress } from '../../view/addresses.ts';
import { chartAddress } from '../../view/trends/addresses.ts';
import { renderFigureFile } from '../../view/trends/figure.ts';

export const getStaticPaths = listChartPaths;

export const GET: APIRoute = ({ params }) => {
  const { all } = fixedChart(params.chart!);
  const source = `Palimpsest, release ${all.release}, ${publicAddress(chartAddress(params.chart!))}`;
  return answerText(renderFigureFile(all, source), 'image/svg+xml');
};
