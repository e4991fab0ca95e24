/**
 * `<quote-bar>`: for words selected in a policy's text, a bar that searches them everywhere, shows when they entered and
 * left this company's text, and copies them with their citation. It stands at the foot of the window, over nothing that
 * is being selected.
 */
const MOST_LETTERS = 200;

class QuoteBar extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('selectionchange', () => this.follow());
    this.querySelector('button')!.addEventListener('click', () => void this.copy());
  }

  /** The words selected within the text, on one line; '' where none or elsewhere. */
  private get words(): string {
    const selection = getSelection();
    const text = document.querySelector('.policy-text');
    if (!selection || selection.isCollapsed || !text) return '';
    const { anchorNode, focusNode } = selection;
    if (!text.contains(anchorNode) || !text.contains(focusNode)) return '';
    return String(selection).replace(/\s+/g, ' ').trim();
  }

  private follow(): void {
    const { words } = this;
    this.hidden = words === '';
    if (words === '') return;
    this.querySelector('[role=status]')!.textContent = '';
    // A phrase is searched, not a page of text: what is too long is cut at a word.
    const cut = words.length > MOST_LETTERS ? words.slice(0, words.lastIndexOf(' ', MOST_LETTERS)) : words;
    const phrase = `"${cut.replaceAll('"', ' ')}"`;
    const { search = '', domain = '' } = this.dataset;
    const lead = (ask: string, query: Record<string, string>) => {
      this.querySelector<HTMLAnchorElement>(`[data-ask=${ask}]`)!.href =
        `${search}?${new URLSearchParams(query)}`;
    };
    lead('all', { q: phrase });
    lead('own', { q: phrase, company: domain, sort: 'first-seen' });
  }

  private async copy(): Promise<void> {
    const status = this.querySelector('[role=status]')!;
    const citation = document.querySelector('.cite .plain')?.textContent ?? '';
    try {
      await navigator.clipboard.writeText(`“${this.words}”\n\n${citation}`);
      status.textContent = 'Copied.';
    } catch {
      status.textContent = 'The browser does not allow copying here.';
    }
  }
}

customElements.define('quote-bar', QuoteBar);
