import type { APIRoute } from 'astro';
import { answerFeed } from '../feeds.ts';
import { siteAddress } from '../view/addresses.ts';

export const GET: APIRoute = () => answerFeed(siteAddress(), 'Visible changes of privacy policies');
