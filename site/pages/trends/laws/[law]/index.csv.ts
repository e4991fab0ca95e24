import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { answerText } from '../../../../answers.ts';
import { lawPairs, listLawPaths } from '../../../../trends.ts';
import { formatPairsCsv } from '../../../../view/trends/law-page.ts';

export const getStaticPaths = listLawPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  answerText(formatPairsCsv(lawPairs(props.day)), 'text/csv');
