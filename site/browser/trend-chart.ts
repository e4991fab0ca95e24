import { siteAddress } from '../view/addresses.ts';
import { renderTrendAnswer } from '../view/trends/answer.ts';
import { answerTrend, type TrendChart } from '../view/trends/chart.ts';
import type { PhraseCounts, TrendFacts } from '../view/trends/facts.ts';
import { renderFigureFile } from '../view/trends/figure.ts';
import {
  formatMetric,
  formatTrendQuestion,
  isAsked,
  isCounted,
  noteOnPhrases,
  parseTrendQuestion,
  type TrendQuestion,
} from '../view/trends/question.ts';
import { chartNumbers, formatTrendCsv } from '../view/trends/table.ts';
import { type TrendUses, toPhraseCounts } from '../view/trends/uses.ts';
import { type TrendWire, unpackTrendFacts } from '../view/trends/wire.ts';
import { saveFile } from './save-file.ts';
import './copy-text.ts';
import './trend-points.ts';
import type { UsesReply, UsesRequest } from './search-worker.ts';

/** After this long the status says what is awaited. */
const PATIENCE_MS = 8000;

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  svg: 'image/svg+xml',
  json: 'application/json',
};

async function fetchFacts(address: string): Promise<TrendFacts> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the facts could not be loaded (status ${answer.status})`);
  return unpackTrendFacts((await answer.json()) as TrendWire);
}

/** `<trend-chart>`: the form and the address; facts and search file load with the first question. */
class TrendChartElement extends HTMLElement {
  private facts: Promise<TrendFacts> | undefined;
  private worker: Worker | undefined;
  private number = 0;
  private readonly known = new Map<string, PhraseCounts>();
  private chart: TrendChart | null = null;
  /** As it stood in the form: the address holds what was taken of it. */
  private typed = '';

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  connectedCallback(): void {
    this.form.hidden = false;
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const typed = new URLSearchParams(new FormData(this.form) as unknown as URLSearchParams);
      typed.set('laws', this.chart?.question.laws ? '1' : '');
      this.typed = String(typed.get('q') ?? '');
      this.go(parseTrendQuestion(typed));
    });
    // What was chosen last is what is meant: phrases and measures exclude each other.
    this.field('q').addEventListener('input', () => this.choose('metric', ''));
    this.field('metric').addEventListener('change', () => this.choose('q', ''));
    this.addEventListener('change', (event) => {
      const box = event.target as HTMLInputElement;
      if (box.name === 'laws') this.markLaws(box.checked);
    });
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>('.trend-files button');
      if (button) this.save(button.value);
    });
    addEventListener('popstate', () => void this.showAddress());
    void this.showAddress();
  }

  private field(name: string): HTMLInputElement | HTMLSelectElement {
    return this.form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)!;
  }

  private choose(name: string, value: string): void {
    this.field(name).value = value;
    this.offerUnits();
  }

  /** A unit is asked of what is counted once a company only; uses are counted of phrases only. */
  private offerUnits(): void {
    const asked = parseTrendQuestion(
      new URLSearchParams({ q: this.field('q').value, metric: this.field('metric').value }),
    );
    const unit = this.field('unit') as HTMLSelectElement;
    unit.disabled = !isCounted(asked.metric);
    unit.querySelector<HTMLOptionElement>('[value=rate]')!.disabled = asked.metric !== 'phrases';
    if (asked.metric !== 'phrases' && unit.value === 'rate') unit.value = 'share';
  }

  /** What goes without saying to those who see the chart is only spoken. */
  private say(words: string, isSpoken = false): void {
    const status = this.querySelector('.trend-status')!;
    status.classList.toggle('spoken', isSpoken);
    status.textContent = words;
  }

  private go(question: TrendQuestion): void {
    history.pushState(null, '', isAsked(question) ? formatTrendQuestion(question) : location.pathname);
    void this.showAddress();
  }

  private fill(question: TrendQuestion): void {
    const metric = formatMetric(question);
    const select = this.field('metric') as HTMLSelectElement;
    if (![...select.options].some((option) => option.value === metric)) {
      select.add(new Option('several topics', metric));
    }
    const values = {
      q: question.phrases.join(', '),
      metric,
      unit: question.unit,
      slot: question.slot,
      panel: question.panel,
      least: question.panel === 'least' ? question.least : '',
      companies: question.companies.join(', '),
      from: question.from ?? '',
      to: question.to ?? '',
    };
    for (const [name, value] of Object.entries(values)) this.field(name).value = String(value);
    this.offerUnits();
  }

  private async showAddress(): Promise<void> {
    const query = new URLSearchParams(location.search);
    const question = parseTrendQuestion(query);
    const notes = noteOnPhrases(this.typed || (query.get('q') ?? ''));
    this.typed = '';
    const number = ++this.number;
    this.fill(question);
    const answer = this.querySelector('.trend-answer')!;
    answer.replaceChildren();
    this.chart = null;
    this.say('');
    document.title = 'Trends · Palimpsest';
    if (!isAsked(question)) return;
    this.say('Counting …');
    const patience = window.setTimeout(() => {
      this.say('Still loading what is counted; the fixed charts below are plain pages.');
    }, PATIENCE_MS);
    try {
      const counts = await this.countPhrases(question.phrases);
      const facts = await this.loadFacts();
      if (number === this.number) this.show(answerTrend(facts, question, counts), notes);
    } catch (error) {
      const reason = (error as Error).message;
      if (number === this.number) {
        this.say(`The chart could not be made: ${reason}. The fixed charts below are plain pages.`);
      }
    } finally {
      clearTimeout(patience);
      // The room kept for the first answer (asked.js): from now on the reader asks, and expects what stands below to move.
      delete document.documentElement.dataset.asked;
    }
  }

  private loadFacts(): Promise<TrendFacts> {
    this.facts ??= fetchFacts(this.dataset.facts!);
    this.facts.catch(() => {
      this.facts = undefined;
    });
    return this.facts;
  }

  /** Where the phrases stand; those asked before are known. */
  private async countPhrases(phrases: readonly string[]): Promise<ReadonlyMap<string, PhraseCounts>> {
    const unknown = phrases.filter((phrase) => !this.known.has(phrase));
    if (unknown.length > 0) {
      const uses = await this.askWorker(unknown);
      for (const [at, own] of uses.entries()) this.known.set(unknown[at]!, toPhraseCounts(own));
    }
    return this.known;
  }

  private askWorker(phrases: readonly string[]): Promise<readonly TrendUses[]> {
    this.worker ??= new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    const { worker, number } = this;
    const base = new URL(this.dataset.search!, location.href).href;
    return new Promise((found, failed) => {
      const listen = ({ data }: MessageEvent<UsesReply>) => {
        if (data.number !== number) return;
        worker.removeEventListener('message', listen);
        if ('uses' in data) found(data.uses);
        else failed(new Error(data.failure));
      };
      worker.addEventListener('message', listen);
      worker.addEventListener('error', () => failed(new Error('this browser may lack WebAssembly')), {
        once: true,
      });
      worker.postMessage({ number, base, phrases } satisfies UsesRequest);
    });
  }

  private show(chart: TrendChart | null, notes: readonly string[]): void {
    this.chart = chart;
    if (!chart) {
      this.say('No text was seen in these years.');
      return;
    }
    const address = `${siteAddress('trends/')}${formatTrendQuestion(chart.question)}`;
    this.querySelector('.trend-answer')!.innerHTML = renderTrendAnswer(chart, address);
    document.title = `${chart.title} · Trends · Palimpsest`;
    if (notes.length > 0) this.say(notes.join(' '));
    else this.say(`The chart is drawn. ${chart.finding}`, true);
    this.querySelector<HTMLElement>('#_behind')?.focus();
  }

  private markLaws(isMarked: boolean): void {
    if (!this.chart) return;
    const question = { ...this.chart.question, laws: isMarked };
    this.chart = { ...this.chart, question };
    history.replaceState(null, '', formatTrendQuestion(question));
  }

  private save(format: string): void {
    if (!this.chart) return;
    const source = `Palimpsest, release ${this.chart.release}, ${location.href}`;
    const text =
      format === 'csv'
        ? formatTrendCsv([this.chart])
        : format === 'svg'
          ? renderFigureFile(this.chart, source)
          : `${JSON.stringify({ page: location.href, ...chartNumbers(this.chart) }, null, 1)}\n`;
    saveFile(`trend.${format}`, text, TYPES[format]!);
  }
}

customElements.define('trend-chart', TrendChartElement);
