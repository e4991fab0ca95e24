import { companyAddress, siteAddress } from '../view/addresses.ts';
import { meansAlias, meansCompany, nearestNames, readCompanyWords } from '../view/collection/near-address.ts';

const nameOf = (row: HTMLTableRowElement): string =>
  row.cells[0]?.querySelector('a')?.textContent?.trim().toLowerCase() ?? '';

const aliasesOf = (row: HTMLTableRowElement): string[] => row.dataset.aliases?.split('\n') ?? [];

/** `<company-table>`: a filter that follows the typing and the address, and headers that sort. */
class CompanyTable extends HTMLElement {
  private rows: HTMLTableRowElement[] = [];

  connectedCallback(): void {
    const body = this.querySelector('tbody');
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (!body || !form || !input) return;
    this.rows = [...body.rows];
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    input.addEventListener('input', () => this.filter(input.value));
    if (input.value) this.filter(input.value);
    for (const head of this.querySelectorAll<HTMLTableCellElement>('thead th')) this.addSort(head, body);
  }

  private filter(text: string): void {
    const wanted = readCompanyWords(text);
    let shown = 0;
    for (const row of this.rows) {
      row.hidden = !meansCompany(wanted, nameOf(row)) && !meansAlias(wanted, aliasesOf(row));
      if (!row.hidden) shown++;
    }
    const status = this.querySelector('[role=status]');
    if (shown === 0) status?.replaceChildren(...this.sayNothingFound(text.trim(), wanted));
    else if (status) status.textContent = `${shown} of ${this.rows.length} companies`;
    const address = new URL(location.href);
    if (wanted) address.searchParams.set('q', text.trim());
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
  }

  /** What to try where no company is meant: names that are near, and the texts themselves. */
  private sayNothingFound(text: string, wanted: string): (string | HTMLAnchorElement)[] {
    const link = (words: string, address: string) =>
      Object.assign(document.createElement('a'), { href: address, textContent: words });
    const near = nearestNames(wanted, this.rows.map(nameOf)).flatMap((name, at) => [
      at > 0 ? ', ' : ' Nearest: ',
      link(name, companyAddress(name)),
    ]);
    return [
      `No company here is called “${text}”; it may not have been crawled.`,
      ...near,
      near.length > 0 ? '. ' : ' ',
      link(`Search all texts for “${text}”`, `${siteAddress('search/')}?q=${encodeURIComponent(text)}`),
    ];
  }

  /** Puts the header's words into a button that sorts by the column, up first, then down. */
  private addSort(head: HTMLTableCellElement, body: HTMLTableSectionElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.textContent = head.textContent;
    button.addEventListener('click', () => {
      const isUp = head.getAttribute('aria-sort') !== 'ascending';
      for (const other of this.querySelectorAll('thead th')) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
      const value = (row: HTMLTableRowElement) => row.cells[head.cellIndex]?.textContent?.trim() ?? '';
      const number = (text: string) => Number(text.replace(/[\s\u202f%]/g, ''));
      this.rows.sort((one, two) => {
        const [a, b] = [value(one), value(two)];
        const byNumber = number(a) - number(b);
        const order = Number.isNaN(byNumber) ? (a < b ? -1 : a > b ? 1 : 0) : byNumber;
        return isUp ? order : -order;
      });
      body.append(...this.rows);
    });
    head.replaceChildren(button);
  }
}

customElements.define('company-table', CompanyTable);
