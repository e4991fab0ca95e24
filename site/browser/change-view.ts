import { startMap } from './change-map.ts';

/**
 * `<change-view>`: keeps the chosen view in the address, and adds a bar that steps through the changes. The views
 * themselves are radio buttons that work without it.
 */
class ChangeViewElement extends HTMLElement {
  private at = -1;

  connectedCallback(): void {
    this.restoreView();
    this.addEventListener('change', (event) => {
      const input = event.target as HTMLInputElement;
      if (input.name === 'view') this.keepView(input);
    });
    this.addStepper();
    startMap(this);
    this.openTarget();
    addEventListener('hashchange', () => this.openTarget());
    this.addEventListener('click', ({ target }) => {
      const entry = (target as Element).closest<HTMLAnchorElement>('.outline-table a');
      if (entry) this.leaveOutlineFor(entry.hash.slice(1));
    });
    for (const event of ['pointerover', 'focusin']) {
      this.addEventListener(event, ({ target }) => this.offerCitation(target as Element));
    }
  }

  /** Gives a change that is pointed at or focused a button that copies its own citation: the page's, with its number. */
  private offerCitation(target: Element): void {
    const change = target.closest('.change');
    const page = document.querySelector('.cite .plain')?.textContent;
    if (!change || !page?.includes(location.pathname) || change.querySelector('.cite-change')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cite-change';
    button.textContent = 'Copy citation';
    button.addEventListener('click', async () => {
      const own = page.replace(location.pathname, `${location.pathname}#${change.id}`);
      try {
        await navigator.clipboard.writeText(own);
        button.textContent = 'Copied';
      } catch {
        button.textContent = 'Not allowed here';
      }
    });
    change.querySelector('.change-head')!.append(button);
  }

  /** A change that is led to is seen, folded or not. */
  private openTarget(): void {
    const target = /^#change-\d+$/.test(location.hash) ? this.querySelector(location.hash) : null;
    for (const fold of target?.querySelectorAll<HTMLDetailsElement>('details.repeat') ?? []) fold.open = true;
  }

  /** What an entry of the outline leads to is seen in another view, and may be folded there. */
  private leaveOutlineFor(id: string): void {
    document.getElementById(id)?.closest('details')?.setAttribute('open', '');
    const view = [...this.querySelectorAll<HTMLInputElement>('input[name=view]')].find(
      ({ value }) => value !== 'outline',
    );
    if (!view) return;
    view.checked = true;
    this.keepView(view);
  }

  private restoreView(): void {
    const wanted = new URLSearchParams(location.search).get('view');
    const input = this.querySelectorAll<HTMLInputElement>('input[name=view]').values();
    for (const one of input) if (one.value === wanted) one.checked = true;
  }

  private keepView(chosen: HTMLInputElement): void {
    const address = new URL(location.href);
    const isDefault = chosen === this.querySelector('input[name=view]');
    if (isDefault) address.searchParams.delete('view');
    else address.searchParams.set('view', chosen.value);
    const query = decodeURIComponent(address.searchParams.toString());
    history.replaceState(null, '', `${address.pathname}${query ? `?${query}` : ''}${address.hash}`);
  }

  private get changes(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.change:not(.is-filtered)')];
  }

  private addStepper(): void {
    const bar = this.querySelector('.stepper');
    if (!bar) return;
    // Further changes may be on their way: the page says how many there will be.
    const count = Number(this.dataset.count ?? this.changes.length);
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    const what = this.dataset.what ?? 'change';
    status.textContent = `${count} ${what}s`;
    const step = (words: string, by: number) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = words;
      button.dataset.step = String(by);
      button.addEventListener('click', () => {
        this.step(by);
        const shown =
          this.changes.length < count && this.classList.contains('has-filter') ? this.changes.length : count;
        status.textContent = `${what} ${this.at + 1} of ${shown}`;
      });
      return button;
    };
    bar.append(step('‹ previous', -1), status, step('next ›', 1), this.makeUnfold());
  }

  /** Goes so many changes on, or back, round the ends. */
  private step(by: number): void {
    const { changes } = this;
    // Before the first step, back means to the last change.
    const from = this.at < 0 && by < 0 ? 0 : this.at;
    if (changes.length === 0) return;
    this.at = (from + by + changes.length) % changes.length;
    const change = changes[this.at]!;
    change.closest('details')?.setAttribute('open', '');
    const head = change.querySelector<HTMLElement>('.change-head');
    // Among sentences the heads are out of sight: the change itself takes the focus.
    if (head?.checkVisibility()) head.focus({ preventScroll: true });
    else {
      change.tabIndex = -1;
      change.focus({ preventScroll: true });
    }
    change.scrollIntoView({ block: 'start' });
  }

  /** A button that opens all folds of unchanged clauses, or closes them again. */
  private makeUnfold(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.step = 'all';
    const folds = () => [...this.querySelectorAll<HTMLDetailsElement>('details.kept, details.repeat')];
    // Short texts of two companies come unfolded.
    let isOpen = folds().length > 0 && folds().every(({ open }) => open);
    const say = () => {
      button.textContent = isOpen ? 'Changes only' : 'Show all text';
    };
    say();
    button.addEventListener('click', () => {
      isOpen = !isOpen;
      for (const fold of folds()) fold.open = isOpen;
      for (const box of this.querySelectorAll<HTMLInputElement>('.same input')) box.checked = isOpen;
      say();
    });
    return button;
  }
}

customElements.define('change-view', ChangeViewElement);
