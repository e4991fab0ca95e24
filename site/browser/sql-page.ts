import { formatCsv } from '../../crawler/core/index.ts';
import { siteAddress } from '../view/addresses.ts';
import { countSqlRows, renderSqlTable, type SqlTable, sqlAddress } from '../view/collection/sql-page.ts';
import { formatBytes, groupDigits } from '../view/plural.ts';
import { saveFile } from './save-file.ts';
import type { SqlReply, SqlRequest } from './sql-worker.ts';

/** Rows that are shown at most. */
const MOST_ROWS = 1000;

/**
 * `<sql-page>`: runs the statement in the form over the published file, or over one of the reader's own, in a worker. The
 * file is opened with the first run, and of the published one no more is loaded than a statement needs, where the host gives
 * parts of files. A statement in the address is put into the form and waits for the reader.
 */
class SqlPage extends HTMLElement {
  private worker: Worker | null = null;
  private file: Blob | null = null;
  private isHandedOver = false;
  private number = 0;
  private answer: SqlTable | null = null;
  /** The statement that was answered. */
  private asked = '';

  connectedCallback(): void {
    const { form } = this;
    form.hidden = false;
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) this.statement.value = asked;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.run();
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

  private run(): void {
    const number = ++this.number;
    const sql = this.statement.value;
    this.asked = sql;
    history.replaceState(null, '', sqlAddress(sql));
    this.show(null);
    this.stop.disabled = false;
    this.say('Opening the file …');
    this.ask(number, sql, MOST_ROWS);
  }

  /** What is to be asked: a file of the reader's own, or the published one. */
  private get source(): SqlRequest['file'] {
    const { file, size } = this.dataset as { file?: string; size?: string };
    if (this.file) return this.file;
    if (!file) throw new Error('This build carries no file: choose one of your own.');
    return { address: new URL(file, location.href).href, sizeBytes: Number(size) };
  }

  private ask(number: number, sql: string, most: number | null): void {
    if (!this.worker) {
      this.worker = new Worker(new URL('./sql-worker.ts', import.meta.url), { type: 'module' });
      this.worker.addEventListener('message', ({ data }: MessageEvent<SqlReply>) => this.take(data));
      this.worker.addEventListener('error', () =>
        this.finish('SQLite could not be started: this browser may lack WebAssembly.'),
      );
    }
    let file: SqlRequest['file'] = null;
    try {
      if (!this.isHandedOver) file = this.source;
    } catch (error) {
      this.finish((error as Error).message);
      return;
    }
    const request: SqlRequest = {
      number,
      sql,
      most,
      file,
      sqlite: new URL(siteAddress('search/file/sqlite3.wasm.gz'), location.href).href,
    };
    this.isHandedOver = true;
    this.worker.postMessage(request);
  }

  private take(reply: SqlReply): void {
    if (reply.number !== this.number) return;
    if ('loadedBytes' in reply) {
      const whole = formatBytes(Number(this.dataset.size));
      this.say(`Loading the file: ${formatBytes(reply.loadedBytes)} of ${whole} …`);
      return;
    }
    if ('isReady' in reply) {
      this.say('Running …');
      return;
    }
    if ('failure' in reply) {
      // What was not opened is handed over again.
      if (/not open|could not be loaded|gave no part/.test(reply.failure)) this.endWorker();
      this.finish(`${reply.failure[0]!.toUpperCase()}${reply.failure.slice(1)}`);
      return;
    }
    if ('csv' in reply) {
      saveFile('answer.csv', reply.csv, 'text/csv');
      this.finish(`All ${groupDigits(reply.rowCount)} rows were saved.`);
      return;
    }
    this.show(reply.table);
    const read = reply.readBytes === null ? '' : ` ${formatBytes(reply.readBytes)} of the file read.`;
    this.finish(`${countSqlRows(reply.table, reply.ms)}${read}`);
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
    const { columns, rows, isCut } = this.answer;
    if (isCut && format === 'csv') {
      // The statement is run again, to its end.
      this.stop.disabled = false;
      this.say('Running to the last row …');
      this.ask(++this.number, this.asked, null);
    } else if (format === 'csv') saveFile('answer.csv', formatCsv(columns, rows), 'text/csv');
    else {
      const text = `${JSON.stringify({ sql: this.statement.value, columns, rows }, null, 1)}\n`;
      saveFile('answer.json', text, 'application/json');
    }
  }
}

customElements.define('sql-page', SqlPage);
