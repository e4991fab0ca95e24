import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { unlessKept } from '../../../build/kept-pages.ts';
import { listNamePages, nameEntry } from '../../../names.ts';

export const getStaticPaths = unlessKept(listNamePages);

export const GET: APIRoute = ({ params }) => answerJson(nameEntry(params.name!));
