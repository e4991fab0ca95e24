import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { answerJson } from '../../../../answers.ts';
import { lawPairs, listLawPaths, trendFacts } from '../../../../trends.ts';
import { listPairRows, pairFinding } from '../../../../view/trends/law-page.ts';

export const getStaticPaths = listLawPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => {
  const pairs = lawPairs(props.day);
  const { day, label, source } = props;
  return answerJson({
    day,
    label,
    source,
    finding: pairFinding(pairs, day, trendFacts().companies.length),
    pairs: listPairRows(pairs),
  });
};
