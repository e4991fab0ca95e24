import { companyAddress, siteAddress } from '../view/addresses.ts';

/** `<address-help>`: says what is nearest to the address that has no page. */
class AddressHelp extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const base = siteAddress();
    const status = this.querySelector('p');
    if (!status || !location.pathname.startsWith(base)) return;
    const [domain = ''] = location.pathname.slice(base.length).toLowerCase().split('/');
    if (!domain.includes('.')) return;
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
