/**
 * Runs the program in a process of its own and answers for it. Some work cannot be interrupted from inside: while SQLite
 * copies a file or a transaction is written, no signal is heard. So whoever asks to stop is heard here: the program gets a
 * moment to end by itself, and is then ended. A transaction that was under way has then never been; folders that it was
 * still filling, which it tells of, are taken away.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Time the program has for ending by itself. */
const GRACE_MS = 600;

/** Two signals so close together are one Ctrl-C: the terminal sends it to both, and npm once more. */
const SAME_PRESS_MS = 150;

const INTERRUPTED = 130;

/** `isBounded`: ends the program when it does not end by itself; else it decides when. */
export function supervise(node, args, environment, isBounded) {
  const child = spawn(node, args, {
    // The channel is how the child learns that this process was killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environment,
  });
  const unfinished = new Set();
  child.on('message', ({ scratch, isThere }) => {
    if (isThere) unfinished.add(scratch);
    else unfinished.delete(scratch);
  });
  let stoppedAt = null;
  let isEnded = false;
  const end = () => {
    isEnded = child.kill('SIGKILL');
  };
  const stop = (signal) => {
    const now = performance.now();
    if (isBounded && stoppedAt !== null && now - stoppedAt > SAME_PRESS_MS) end();
    if (isBounded && stoppedAt === null) setTimeout(end, GRACE_MS).unref();
    stoppedAt ??= now;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, () => stop(signal));
  child.on('exit', (code, signal) => {
    for (const folder of unfinished) rmSync(folder, { recursive: true, force: true });
    if (!signal) process.exit(code ?? 1);
    if (isEnded || (isBounded && stoppedAt !== null)) {
      console.error('interrupted: what was finished is kept, nothing half-done; run the same command again');
      process.exit(INTERRUPTED);
    }
    // Ends as the child did, which our own listener would prevent.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
