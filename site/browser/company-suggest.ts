import { siteAddress } from '../view/addresses.ts';
import { meansAlias, meansCompany, readCompanyWords } from '../view/collection/near-address.ts';

/** `<company-suggest>`: around the company box; suggests while typing, and leads straight to a company that is named whole. */

interface Company {
  readonly domain: string;
  readonly address: string;
  readonly aliases: readonly string[];
}

const MOST_SUGGESTED = 8;

class CompanySuggest extends HTMLElement {
  private companies: readonly Company[] = [];

  connectedCallback(): void {
    const input = this.querySelector('input');
    const form = this.querySelector('form');
    if (!input || !form) return;
    const list = document.createElement('datalist');
    list.id = `${input.id}-known`;
    input.setAttribute('list', list.id);
    form.append(list);
    input.addEventListener('focus', () => void this.load().then(() => this.suggest(input, list)), {
      once: true,
    });
    input.addEventListener('input', () => this.suggest(input, list));
    form.addEventListener('submit', (event) => {
      const wanted = readCompanyWords(input.value);
      const meant = this.companies.find(({ domain }) => domain === wanted || wanted.endsWith(`.${domain}`));
      if (!meant) return;
      event.preventDefault();
      location.href = meant.address;
    });
  }

  /** Without the list the form still works: it leads to the table of companies. */
  private async load(): Promise<void> {
    const answer = await fetch(siteAddress('companies/index.json')).catch(() => null);
    if (answer?.ok) this.companies = ((await answer.json()) as { companies: Company[] }).companies;
  }

  private suggest(input: HTMLInputElement, list: HTMLDataListElement): void {
    const wanted = readCompanyWords(input.value);
    const rank = ({ domain }: Company) =>
      domain.startsWith(wanted) ? 0 : meansCompany(wanted, domain) ? 1 : 2;
    const found =
      wanted === ''
        ? []
        : this.companies
            .filter((one) => rank(one) < 2 || meansAlias(wanted, one.aliases))
            .sort((a, b) => rank(a) - rank(b) || (a.domain < b.domain ? -1 : 1))
            .slice(0, MOST_SUGGESTED);
    list.replaceChildren(
      ...found.map(({ domain, aliases }) => {
        const alias = aliases.find((one) => meansAlias(wanted, [one]));
        return Object.assign(document.createElement('option'), {
          value: domain,
          label: alias ? `${domain}, ${alias}` : domain,
        });
      }),
    );
  }
}

customElements.define('company-suggest', CompanySuggest);
