import type { APIRoute } from 'astro';
import { answerText } from '../../../answers.ts';
import { schemaCsv } from '../../../view/collection/tables.ts';

export const GET: APIRoute = () => answerText(schemaCsv(), 'text/csv');
