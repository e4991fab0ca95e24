import type { SearchHit, SearchMessage } from '../view/search/search-answer.ts';
import { formatHitsCsv, formatHitsJson } from '../view/search/search-export.ts';
import {
  countLine,
  renderFacets,
  renderHits,
  renderNotes,
  renderNothing,
  renderOrder,
  renderPaging,
  searchAddress,
} from '../view/search/search-page.ts';
import { parseSearchState, type SearchState } from '../view/search/search-state.ts';
import { saveFile } from './save-file.ts';
import { askWorker, searchWorker } from './search-connection.ts';
import type { SearchReply } from './search-worker.ts';

/** After this long the status says what is awaited. */
const PATIENCE_MS = 8000;

type FileFormat = 'csv' | 'json';

/** Below this the size of the index is not worth a word. */
const SMALL_BYTES = 1e6;

/**
 * `<search-clauses>`: the form, the address and the worker that reads the search file. Nothing loads before the box has
 * the focus or the address a question.
 */
class SearchClauses extends HTMLElement {
  private isListening = false;
  private number = 0;
  private reading = '';
  private counted = '';
  private state = parseSearchState(new URLSearchParams());
  private wanted: FileFormat = 'csv';
  private patience = 0;

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  connectedCallback(): void {
    this.form.hidden = false;
    // Beside the hits where there is room, else folded above them.
    this.querySelector('details')!.open = matchMedia('(min-width: 56rem)').matches;
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const typed = new URLSearchParams(new FormData(this.form) as unknown as URLSearchParams);
      this.go(parseSearchState(typed));
    });
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-search]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.go(parseSearchState(new URL(link.href).searchParams));
      this.querySelector<HTMLElement>('.count-line')!.focus();
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>('.download button')) {
      button.addEventListener('click', () => this.download(button.value as FileFormat));
    }
    this.form.addEventListener('focusin', () => this.post(0, null), { once: true });
    addEventListener('popstate', () => this.showAddress());
    this.showAddress();
  }

  private area(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`.${name}`)!;
  }

  private say(words: string): void {
    this.querySelector('[role=status]')!.textContent = words;
  }

  private go(state: SearchState): void {
    history.pushState(null, '', searchAddress(state));
    this.showAddress();
  }

  private showAddress(): void {
    this.state = parseSearchState(new URLSearchParams(location.search));
    const { state } = this;
    for (const field of this.form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
      field.value = String(state[field.name as keyof SearchState] ?? '');
    }
    this.clear();
    document.title = `${state.q ? `“${state.q}” · ` : ''}Search · Palimpsest`;
    if (state.q === '') this.say('');
    else this.ask(false);
  }

  private clear(): void {
    this.area('plain-pages').hidden = true;
    for (const name of ['facets', 'order', 'hits', 'paging', 'notes']) this.area(name).replaceChildren();
    this.showParts(false);
  }

  private showParts(areShown: boolean): void {
    this.area('download').hidden = !areShown;
    this.area('narrow').hidden = !areShown;
  }

  private ask(isDownload: boolean): void {
    this.number++;
    this.waitFor(
      isDownload ? 'Gathering all hits …' : this.number === 1 ? 'Loading the search …' : 'Searching …',
    );
    this.post(this.number, this.state, isDownload);
  }

  private post(number: number, state: SearchState | null, isDownload = false): void {
    if (!this.isListening) this.listen();
    this.isListening = true;
    askWorker(number, state, isDownload);
  }

  private waitFor(words: string): void {
    this.say(words);
    clearTimeout(this.patience);
    this.patience = window.setTimeout(() => {
      this.say('Still waiting for parts of the search index.');
      this.area('plain-pages').hidden = false;
    }, PATIENCE_MS);
  }

  private listen(): void {
    const worker = searchWorker();
    worker.addEventListener('message', ({ data: { number, message } }: MessageEvent<SearchReply>) => {
      // Before the first question nothing was asked that could fail.
      if (message.kind === 'opened' || (number === this.number && number > 0)) this.show(message);
    });
    worker.addEventListener('error', () => {
      this.finish('The search could not be started: this browser may lack WebAssembly.');
      this.area('plain-pages').hidden = false;
    });
  }

  private finish(words: string): void {
    clearTimeout(this.patience);
    this.say(words);
  }

  private show(message: SearchMessage): void {
    switch (message.kind) {
      case 'opened':
        this.showSize(message.compressedBytes);
        return;
      case 'read':
        this.reading = message.reading;
        this.area('notes').innerHTML = renderNotes(this.state, message);
        if (message.reading === '') this.finish('There is no word to look for.');
        return;
      case 'counts':
        this.area('facets').innerHTML = renderFacets(this.state, message.counts);
        this.area('order').innerHTML = renderOrder(this.state);
        this.area('paging').innerHTML = renderPaging(this.state, message.counts);
        this.showParts(true);
        this.counted = `${countLine(message.counts)}: ${this.reading}`;
        this.finish(this.counted);
        return;
      case 'hits':
        this.showHits(renderHits(message.hits));
        if (message.isFirst)
          this.say(`First found, not yet in order: ${this.reading}. Counting the others …`);
        return;
      case 'nothing':
        this.area('hits').innerHTML = renderNothing(this.state, message);
        this.finish(message.words);
        return;
      case 'all':
        this.save(message.hits);
        this.finish(
          `${message.isPartial ? `The first ${message.hits.length} hits are` : 'All hits are'} saved. ${this.counted}`,
        );
        return;
      case 'failed':
        this.finish(`The search failed: ${message.message}.`);
        this.area('plain-pages').hidden = false;
        return;
    }
  }

  /** Hits that stand there already stay: a reader may have begun with them. */
  private showHits(html: string): void {
    const made = document.createElement('template');
    made.innerHTML = html;
    const area = this.area('hits');
    const old = [...area.children];
    const fresh = [...made.content.children];
    for (const [at, section] of fresh.entries()) {
      const before = old[at];
      if (!before) area.append(section);
      else if (!section.isEqualNode(before)) before.replaceWith(section);
    }
    for (const section of old.slice(fresh.length)) section.remove();
  }

  private showSize(compressedBytes: number): void {
    const area = this.area('index-size');
    area.hidden = compressedBytes < SMALL_BYTES;
    area.textContent = `The index is ${Math.round(compressedBytes / 1e6)} MB; a question loads the parts of it that it reads.`;
  }

  private download(format: FileFormat): void {
    this.wanted = format;
    this.ask(true);
  }

  private save(hits: readonly SearchHit[]): void {
    const isCsv = this.wanted === 'csv';
    const text = isCsv
      ? formatHitsCsv(hits, location.origin)
      : formatHitsJson(hits, location.origin, location.href);
    saveFile(`hits.${this.wanted}`, text, isCsv ? 'text/csv' : 'application/json');
  }
}

customElements.define('search-clauses', SearchClauses);
