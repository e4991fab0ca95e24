/**
 * The suite as one command, with the tables it prints as a document: `npm run bench`, `npm run bench -- --quick` (less of
 * everything, in some minutes), `-- --write` (into scripts/bench/README.md). Benches on real policies need PALIMPSEST_CORPUS;
 * what was not run is named.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { runCli } from '../../crawler/test/run-cli.ts';
import { startArchiveServer } from '../archive-server.ts';
import { makeDemo } from '../make-demo.ts';

interface Bench {
  /** The file beside this one. */
  readonly name: string;
  readonly asks: string;
  readonly needs?: 'corpus';
  /** Arguments, and those of a quick run; null: not in a quick one. */
  readonly all: readonly string[];
  readonly quick: readonly string[] | null;
}

/** `STORE` and `OUT` stand for the demo collection's store and a file to be made. */
const BENCHES: readonly Bench[] = [
  { name: 'derive', asks: 'What do other rules cost?', all: ['STORE'], quick: ['STORE'] },
  {
    name: 'worked-queries',
    asks: 'How long do the questions take that the site shows?',
    all: ['STORE'],
    quick: ['STORE'],
  },
  {
    name: 'search',
    asks: 'What does a search fetch, and how soon is it there?',
    all: ['STORE'],
    quick: ['STORE'],
  },
  { name: 'wall-clock', asks: 'Do the limits alone hold a crawl up?', all: ['200'], quick: ['30'] },
  { name: 'archive-client', asks: 'Are the rates reached, and kept?', all: [], quick: null },
  { name: 'memory', asks: 'What does a long crawl hold in memory?', all: ['20000'], quick: ['1000'] },
  { name: 'kills', asks: 'What do kills cost?', all: ['100'], quick: ['10'] },
  { name: 'bad-days', asks: 'What do untrue answers change?', all: ['--kills', '30'], quick: ['garbled'] },
  { name: 'worst-list', asks: 'What does one bad domain do to a list?', all: ['300'], quick: null },
  {
    name: 'compare',
    asks: 'How long does a comparison take, beside others?',
    needs: 'corpus',
    all: ['--peers'],
    quick: [],
  },
  {
    name: 'normalize',
    asks: 'How well do pages become texts, beside others?',
    needs: 'corpus',
    all: [],
    quick: null,
  },
  { name: 'adaptive', asks: 'What does --adaptive save and miss?', needs: 'corpus', all: [], quick: null },
  {
    name: 'many-versions',
    asks: 'Does it carry ten thousand versions?',
    needs: 'corpus',
    all: ['OUT'],
    quick: null,
  },
];

/** A store of the demo collection as today's program makes it. */
async function fillStore(folder: string): Promise<string> {
  const { file, domains } = await makeDemo(join(folder, 'demo.warc.gz'));
  const server = await startArchiveServer({ warcs: file });
  try {
    const store = join(folder, 'demo.sqlite');
    const fast = ['--archive', server.origin, '--cdx-rate', '500', '--memento-rate', '500', '--quiet'];
    const { exitCode, stderr } = await runCli(['crawl', ...domains, '--store', store, ...fast]);
    if (exitCode !== 0) throw new Error(`the crawl of the demo collection ended with ${exitCode}: ${stderr}`);
    return store;
  } finally {
    await server.close();
  }
}

/** What a bench printed, or how it failed. */
function runBench(name: string, args: readonly string[]): Promise<{ said: string; failed: boolean }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args]);
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (complained += text));
  return new Promise((resolve) =>
    child.on('close', (exitCode) =>
      resolve({ said: exitCode === 0 ? said : `${said}${complained}`, failed: exitCode !== 0 }),
    ),
  );
}

function describeMachine(isQuick: boolean): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const how = isQuick ? 'a quick run: less of everything, figures are rough' : 'a whole run';
  return `${cpus().length} × ${cpu?.model.trim() || arch()}, ${memory}, ${platform()}, Node ${process.versions.node}; ${how}.`;
}

const hasPeers = () => existsSync(join(import.meta.dirname, 'node_modules'));

/** Why a bench cannot run here, or null. */
function findObstacle(bench: Bench, isQuick: boolean): string | null {
  if (isQuick && bench.quick === null) return 'not part of a quick run';
  if (bench.needs === 'corpus' && !process.env.PALIMPSEST_CORPUS) return 'needs PALIMPSEST_CORPUS';
  if (bench.name === 'normalize' && !hasPeers()) return 'needs the peers: `npm ci` in scripts/bench';
  return null;
}

async function writeSection(bench: Bench, isQuick: boolean, folder: string, store: string): Promise<string> {
  const head = `## ${bench.asks}\n\n\`scripts/bench/${bench.name}.ts\``;
  const obstacle = findObstacle(bench, isQuick);
  if (obstacle) return `${head}: not run, ${obstacle}.`;
  const places: Readonly<Record<string, string>> = { STORE: store, OUT: join(folder, 'out.sqlite') };
  const args = (isQuick ? bench.quick! : bench.all).map((arg) => places[arg] ?? arg);
  console.error(`bench: ${bench.name}`);
  const start = performance.now();
  const { said, failed } = await runBench(bench.name, args);
  if (failed) process.exitCode = 1;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const clean = said.trim().replaceAll(folder, '…').replaceAll('```', "'''");
  const body = clean.startsWith('|') ? clean : `\`\`\`\n${clean}\n\`\`\``;
  return `${head}${failed ? ' **failed**' : ''}, ${seconds} s.\n\n${body}`;
}

await runMain(async () => {
  const { values } = readFlags(
    { options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } } },
    'npm run bench -- [--quick] [--write]',
  );
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const store = await fillStore(folder);
    const sections: string[] = [];
    for (const bench of BENCHES) sections.push(await writeSection(bench, values.quick, folder, store));
    const text = `# Benchmarks\n\nWritten by \`npm run bench\`. ${describeMachine(values.quick)}\n\n${sections.join('\n\n')}\n`;
    if (values.write) writeFileSync(join(import.meta.dirname, 'README.md'), text);
    else console.log(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
