import type { APIRoute } from 'astro';
import { answerText } from '../../answers.ts';
import { listHistories } from '../../histories.ts';
import { viewCoverage } from '../../view/coverage.ts';
import { coverageCsv } from '../../view/tables.ts';

export const GET: APIRoute = () => answerText(coverageCsv(viewCoverage(listHistories())), 'text/csv');
