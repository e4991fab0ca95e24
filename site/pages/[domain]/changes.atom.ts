import type { APIRoute } from 'astro';
import { unlessKept } from '../../build/kept-pages.ts';
import { answerFeed } from '../../feeds.ts';
import { listCompanyPages } from '../../histories.ts';
import { companyAddress } from '../../view/addresses.ts';

export const getStaticPaths = unlessKept(listCompanyPages);

export const GET: APIRoute = ({ params }) => {
  const domain = params.domain!;
  return answerFeed(companyAddress(domain), `Visible changes of the policies of ${domain}`, { domain });
};
