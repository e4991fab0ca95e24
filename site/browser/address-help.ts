import { companyAddress, siteAddress } from '../view/addresses.ts';
import './as-of-day.ts';

/** `<address-help>`: says what is nearest to the address that has no page. */
class AddressHelp extends HTMLElement {
  /** An address such as `…/privacy/at/2004-06-01/` is answered here: days are too many to have pages each. */
  private answerDay(base: string): boolean {
    const path = location.pathname.slice(base.length).toLowerCase();
    const found = /^([a-z0-9.-]+)\/([a-z0-9-]+)\/at\/(\d{4}-\d{2}-\d{2})\/?$/.exec(path);
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
    const [domain = ''] = location.pathname.slice(base.length).toLowerCase().split('/');
    if (!domain.includes('.')) return;
    if (this.answerDay(base)) return;
    const answer = await fetch(siteAddress('companies/index.json')).catch(() => null);
    if (!answer?.ok) return;
    const { companies } = (await answer.json()) as { companies: { domain: string }[] };
    const isHeld = companies.some((company) => company.domain === domain);
    const near = companies
      .filter((company) => company.domain.includes(domain.split('.')[0] ?? domain))
      .slice(0, 3);
    const shown = isHeld ? [{ domain }] : near;
    status.append(
      isHeld
        ? `${domain} is here, but not this page of it. See `
        : `No company here is called ${domain}. ${near.length > 0 ? 'Nearest: ' : 'It may not have been crawled.'}`,
    );
    shown.forEach((company, at) => {
      const link = document.createElement('a');
      link.href = companyAddress(company.domain);
      link.textContent = company.domain;
      status.append(at > 0 ? ', ' : '', link);
    });
  }
}

customElements.define('address-help', AddressHelp);
