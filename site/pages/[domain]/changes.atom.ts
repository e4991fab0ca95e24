import type { APIRoute } from 'astro';
import { answerFeed } from '../../feeds.ts';
import { listCompanyPages } from '../../histories.ts';
import { unlessKept } from '../../kept-pages.ts';
import { companyAddress } from '../../view/addresses.ts';

export const getStaticPaths = unlessKept(listCompanyPages);

export const GET: APIRoute = ({ params }) => {
  const domain = params.domain!;
  return answerFeed(companyAddress(domain), `Visible changes of the policies of ${domain}`, { domain });
};
