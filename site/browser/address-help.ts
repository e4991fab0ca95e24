import { companyAddress, policyAddress, siteAddress, versionAddress } from '../view/addresses.ts';
import {
  type MeantAddress,
  nearestNames,
  nearestVersions,
  readAddress,
} from '../view/collection/near-address.ts';
import { policyTitle } from '../view/labels.ts';
import './as-of-day.ts';

interface Suggestion {
  readonly words: string;
  readonly address: string;
}

interface Help {
  readonly sentence: string;
  readonly near: readonly Suggestion[];
}

async function fetchTwin<T>(page: string): Promise<T> {
  const answer = await fetch(`${page}index.json`);
  if (!answer.ok) throw new Error(`${page} has no JSON twin (status ${answer.status})`);
  return (await answer.json()) as T;
}

const suggestCompany = (domain: string): Suggestion => ({ words: domain, address: companyAddress(domain) });

/** What is near to an address that named a company: companies, then policies, then versions, as far as it was right. */
async function findNear({ domain, policy, days }: MeantAddress): Promise<Help> {
  const { companies } = await fetchTwin<{ companies: { domain: string }[] }>(siteAddress('companies/'));
  const near = nearestNames(
    domain,
    companies.map((company) => company.domain),
  );
  if (near[0] !== domain) {
    const missing = `No company here is called ${domain}.`;
    return near.length > 0
      ? { sentence: `${missing} Nearest:`, near: near.map(suggestCompany) }
      : { sentence: `${missing} It may not have been crawled.`, near: [] };
  }
  const { policies } = await fetchTwin<{ policies: { policy: string }[] }>(companyAddress(domain));
  const names = policies.map((one) => one.policy);
  const meant = policy ?? (names.length === 1 ? names[0]! : '');
  if (!names.includes(meant)) {
    const [likely = null] = nearestNames(meant, names, 1);
    const rest = names.filter((name) => name !== likely);
    return {
      sentence: `${domain} is here, but not this page of it. It has:`,
      near: [...(likely ? [likely] : []), ...rest].map((name) => ({
        words: policyTitle(name),
        address: policyAddress(domain, name),
      })),
    };
  }
  return findVersions(domain, meant, days);
}

interface PolicyTwin {
  readonly versions: readonly { slug: string; first_seen: string | null; last_seen: string | null }[];
}

async function findVersions(domain: string, policy: string, days: readonly string[]): Promise<Help> {
  const timeline = { words: `${policyTitle(policy)}, timeline`, address: policyAddress(domain, policy) };
  const { versions } = await fetchTwin<PolicyTwin>(timeline.address);
  const spans = versions.map(({ slug, first_seen, last_seen }) => ({
    slug,
    firstDay: first_seen?.slice(0, 10) ?? null,
    lastDay: last_seen?.slice(0, 10) ?? null,
  }));
  const slugs = new Set(days.flatMap((day) => nearestVersions(day, spans).map(({ slug }) => slug)));
  const near = [...slugs].map((slug) => ({ words: slug, address: versionAddress(domain, policy, slug) }));
  return {
    sentence: `${domain} is here, but not this page of it. ${near.length > 0 ? 'Nearest versions:' : 'See'}`,
    near: [...near, timeline],
  };
}

/** `<address-help>`: says what is nearest to the address that has no page. */
class AddressHelp extends HTMLElement {
  /** An address such as `…/privacy/at/2004-06-01/` is answered here: days are too many to have pages each. */
  private answerDay(path: string): boolean {
    const found = /^([a-z0-9.-]+)\/([a-z0-9-]+)\/at\/(\d{4}-\d{2}-\d{2})\/?$/.exec(path.toLowerCase());
    if (!found) return false;
    const element = document.createElement('as-of-day');
    Object.assign(element.dataset, { domain: found[1], policy: found[2], day: found[3] });
    element.innerHTML = '<p role="status" class="aside"></p><div class="answer"></div>';
    document.querySelector('.missing')?.remove();
    this.replaceChildren(element);
    return true;
  }

  async connectedCallback(): Promise<void> {
    const base = siteAddress();
    const status = this.querySelector('p');
    if (!status || !location.pathname.startsWith(base)) return;
    const path = location.pathname.slice(base.length);
    const meant = readAddress(path);
    if (!meant || this.answerDay(path)) return;
    const help = await findNear(meant).catch(() => null);
    // Without the lists nothing can be said beyond what the page says already.
    if (!help) return;
    status.append(`${help.sentence} `);
    help.near.forEach(({ words, address }, at) => {
      const link = document.createElement('a');
      link.href = address;
      link.textContent = words;
      status.append(at > 0 ? ', ' : '', link);
    });
  }
}

customElements.define('address-help', AddressHelp);
