import type { APIRoute } from 'astro';
import { answerText } from '../../answers.ts';
import { listHistories } from '../../histories.ts';
import { viewCoverage } from '../../view/collection/coverage.ts';
import { coverageCsv } from '../../view/collection/tables.ts';

export const GET: APIRoute = () => answerText(coverageCsv(viewCoverage(listHistories())), 'text/csv');
