import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Contestant } from './contestant.ts';

/**
 * What people use from Python: readability-lxml for the content, html2text for its Markdown (Debian's python3-readability
 * and python3-html2text). One process answers page after page, so that its start is not measured.
 */

const PROGRAM = `
import json, sys, logging
import readability, html2text
logging.disable(logging.CRITICAL)
writer = html2text.HTML2Text()
writer.body_width = 0
for line in sys.stdin:
    try:
        answer = writer.handle(readability.Document(json.loads(line)).summary())
    except Exception:
        answer = ''
    print(json.dumps(answer), flush=True)
`;

/** The first Python that has both; Debian's own stands where a version manager hides it. */
function findPython(): string | undefined {
  return ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', 'import readability, html2text']).status === 0,
  );
}

/** Null where there is no Python with both; that is said once. */
export function startPython(): Contestant | null {
  const python = findPython();
  if (!python) {
    console.error('readability-lxml is left out: apt-get install python3-readability python3-html2text');
    return null;
  }
  const child = spawn(python, ['-c', PROGRAM], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  // It waits for the next page for ever; this process ends without it.
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  (child.stdout as unknown as { unref(): void }).unref();
  process.on('exit', () => child.kill());
  return async (html) => {
    const stdout = child.stdout as unknown as { ref(): void; unref(): void };
    stdout.ref();
    child.stdin.write(`${JSON.stringify(html)}\n`);
    const { value } = await answers.next();
    stdout.unref();
    return value === undefined ? '' : JSON.parse(value);
  };
}
