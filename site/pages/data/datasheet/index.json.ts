import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { datasheet } from '../../../datasheet.ts';
import { release } from '../../../store.ts';

export const GET: APIRoute = () =>
  answerJson({
    release: release(),
    groups: datasheet().map(({ title, answers }) => ({
      title,
      answers: answers.map(([question, answer]) => ({ question, answer })),
    })),
  });
