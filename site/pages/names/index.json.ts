import type { APIRoute } from 'astro';
import { answerJson } from '../../answers.ts';
import { names } from '../../names.ts';

export const GET: APIRoute = () => answerJson({ names: names() });
