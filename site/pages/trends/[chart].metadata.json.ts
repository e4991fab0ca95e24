import type { APIRoute } from 'astro';
import { answerJson } from '../../answers.ts';
import { fixedChart, listChartPaths } from '../../trends.ts';
import { publicAddress } from '../../view/addresses.ts';
import { chartAddress, chartFileAddress } from '../../view/trends/addresses.ts';
import { citeChart } from '../../view/trends/citation.ts';
import { csvColumns, describeChart } from '../../view/trends/table.ts';

export const getStaticPaths = listChartPaths;

export const GET: APIRoute = ({ params }) => {
  const name = params.chart!;
  const { all, constant } = fixedChart(name);
  const address = chartAddress(name);
  return answerJson({
    page: publicAddress(address),
    data: publicAddress(chartFileAddress(name, 'csv')),
    columns: csvColumns,
    charts: [all, ...(constant ? [constant] : [])].map(describeChart),
    citation: citeChart({ title: all.title, address, release: all.release })[0]!.text,
  });
};
