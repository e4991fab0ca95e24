import { formatCsv } from '../../crawler/core/index.ts';
import { siteAddress } from '../view/addresses.ts';
import { countSqlRows, renderSqlTable, type SqlTable, sqlAddress } from '../view/collection/sql-page.ts';
import { formatBytes } from '../view/plural.ts';
import { saveFile } from './save-file.ts';
import type { SqlReply, SqlRequest } from './sql-worker.ts';

/** Rows that are shown, and saved, at most. */
const MOST_ROWS = 1000;

/**
 * `<sql-page>`: runs the statement in the form over the published file, or over one of the reader's own, in a worker. The
 * file is loaded with the first run. A statement in the address is put into the form and waits for the reader.
 */
class SqlPage extends HTMLElement {
  private worker: Worker | null = null;
  private file: Blob | null = null;
  private isHandedOver = false;
  private number = 0;
  private answer: SqlTable | null = null;

  connectedCallback(): void {
    const { form } = this;
    form.hidden = false;
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) this.statement.value = asked;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.run();
    });
    this.statement.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    this.stop.addEventListener('click', () => {
      this.endWorker();
      this.finish('Stopped.');
    });
    const own = form.querySelector<HTMLInputElement>('[name=file]')!;
    own.addEventListener('change', () => {
      const [chosen] = own.files ?? [];
      this.open(chosen ?? null);
      if (chosen) this.finish(`${chosen.name}, ${formatBytes(chosen.size)}: run a statement over it.`);
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>('.download button')) {
      button.addEventListener('click', () => this.save(button.value as 'csv' | 'json'));
    }
  }

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  private get statement(): HTMLTextAreaElement {
    return this.querySelector('textarea')!;
  }

  private get stop(): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>('[name=stop]')!;
  }

  private say(words: string): void {
    this.querySelector('[role=status]')!.textContent = words;
  }

  private finish(words: string): void {
    this.stop.disabled = true;
    this.say(words);
  }

  private open(file: Blob | null): void {
    this.endWorker();
    this.file = file;
  }

  /** The only way to interrupt a statement. The file is kept, and handed to the next worker. */
  private endWorker(): void {
    this.worker?.terminate();
    this.worker = null;
    this.isHandedOver = false;
    this.number++;
  }

  private async run(): Promise<void> {
    const number = ++this.number;
    const sql = this.statement.value;
    history.replaceState(null, '', sqlAddress(sql));
    this.show(null);
    this.stop.disabled = false;
    try {
      this.file ??= await this.load(number);
    } catch (error) {
      if (number === this.number) this.finish(`The file could not be loaded: ${(error as Error).message}.`);
      return;
    }
    if (number !== this.number) return;
    this.say('Running …');
    this.ask(number, sql);
  }

  /** Fetches the published file, saying how far it is. */
  private async load(number: number): Promise<Blob> {
    const { file, size } = this.dataset as { file?: string; size?: string };
    if (!file) throw new Error('this build carries none, choose one of your own');
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    const reader = answer.body!.getReader();
    for (;;) {
      const { value: part } = await reader.read();
      if (!part) return new Blob(parts);
      parts.push(part);
      loaded += part.length;
      if (number === this.number)
        this.say(`Loading the file: ${formatBytes(loaded)} of ${formatBytes(Number(size))} …`);
    }
  }

  private ask(number: number, sql: string): void {
    if (!this.worker) {
      this.worker = new Worker(new URL('./sql-worker.ts', import.meta.url), { type: 'module' });
      this.worker.addEventListener('message', ({ data }: MessageEvent<SqlReply>) => this.take(data));
      this.worker.addEventListener('error', () =>
        this.finish('SQLite could not be started: this browser may lack WebAssembly.'),
      );
    }
    const request: SqlRequest = {
      number,
      sql,
      most: MOST_ROWS,
      file: this.isHandedOver ? null : this.file,
      sqlite: new URL(siteAddress('search/file/sqlite3.wasm.gz'), location.href).href,
    };
    this.isHandedOver = true;
    this.worker.postMessage(request);
  }

  private take(reply: SqlReply): void {
    if (reply.number !== this.number) return;
    if ('failure' in reply) {
      this.finish(`${reply.failure[0]!.toUpperCase()}${reply.failure.slice(1)}`);
      return;
    }
    this.show(reply.table);
    this.finish(countSqlRows(reply.table, reply.ms));
  }

  private show(table: SqlTable | null): void {
    this.answer = table;
    const area = this.querySelector<HTMLElement>('.table')!;
    area.innerHTML = table ? renderSqlTable(table) : '';
    area.hidden = table === null;
    this.querySelector<HTMLElement>('.download')!.hidden = table === null;
  }

  private save(format: 'csv' | 'json'): void {
    if (!this.answer) return;
    const { columns, rows } = this.answer;
    if (format === 'csv') saveFile('answer.csv', formatCsv(columns, rows), 'text/csv');
    else {
      const text = `${JSON.stringify({ sql: this.statement.value, columns, rows }, null, 1)}\n`;
      saveFile('answer.json', text, 'application/json');
    }
  }
}

customElements.define('sql-page', SqlPage);
