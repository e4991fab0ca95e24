/** `<clause-list>`: narrows the table of clauses while a reader types, and puts it into other orders than by section. */

const COLUMNS: Readonly<Record<string, number>> = { first: 2, last: 3, versions: 4, changes: 5 };

/** A cell as it sorts: a number, or a day as `2002-12-15`. */
function sortValue(row: HTMLTableRowElement, column: number): number {
  const text = row.cells[column]?.textContent ?? '';
  const day = Date.parse(`${text.split(',')[0]} UTC`);
  return column <= 3 ? (Number.isNaN(day) ? Number.POSITIVE_INFINITY : day) : Number(text.replace(/\D/g, ''));
}

class ClauseListElement extends HTMLElement {
  private sections: { readonly body: HTMLTableSectionElement; readonly rows: HTMLTableRowElement[] }[] = [];

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.hidden = false;
    this.sections = [...this.querySelectorAll('tbody')].map((body) => ({ body, rows: [...body.rows] }));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.show(form));
  }

  private show(form: HTMLFormElement): void {
    const words = form
      .querySelector<HTMLInputElement>('[type=search]')!
      .value.trim()
      .toLowerCase()
      .split(/\s+/);
    const isPresentOnly = form.querySelector<HTMLInputElement>('[name=present]')!.checked;
    const sort = form.querySelector<HTMLSelectElement>('[name=sort]')!.value;
    let [shown, all] = [0, 0];
    for (const { rows } of this.sections) {
      const clauses = rows.filter((row) => !row.classList.contains('section'));
      for (const row of clauses) {
        const text = row.cells[0]!.textContent!.toLowerCase();
        row.hidden =
          !words.every((word) => text.includes(word)) || (isPresentOnly && row.dataset.present === undefined);
        all++;
        if (!row.hidden) shown++;
      }
      for (const head of rows) {
        if (head.classList.contains('section'))
          head.hidden = sort !== 'section' || clauses.every(({ hidden }) => hidden);
      }
    }
    this.order(sort);
    this.querySelector('[role=status]')!.textContent = `${shown} of ${all} clauses`;
  }

  private order(sort: string): void {
    const column = COLUMNS[sort];
    if (column === undefined) {
      for (const { body, rows } of this.sections) body.append(...rows);
      return;
    }
    const sign = sort === 'first' ? 1 : -1;
    const rows = this.sections.flatMap((section) =>
      section.rows.filter((row) => !row.classList.contains('section')),
    );
    rows.sort((a, b) => sign * (sortValue(a, column) - sortValue(b, column)) || 0);
    this.sections[0]?.body.append(...rows);
  }
}

customElements.define('clause-list', ClauseListElement);
