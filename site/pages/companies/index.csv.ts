import type { APIRoute } from 'astro';
import { answerText } from '../../answers.ts';
import { listHistories } from '../../histories.ts';
import { listCompanies } from '../../view/collection/home-page.ts';
import { companiesCsv } from '../../view/collection/tables.ts';

export const GET: APIRoute = () => answerText(companiesCsv(listCompanies(listHistories())), 'text/csv');
