/**
 * The program as it is, but for the archive client's waits and deadlines, which are seconds instead of minutes:
 * READ_TIMEOUT_MS in the environment is the longest silence, twice that the longest answer.
 */
import { main } from '../../crawler/commands/program.ts';
import { SHORT_WAITS } from '../../crawler/test/in-process.ts';

const readTimeoutMs = Number(process.env.READ_TIMEOUT_MS ?? SHORT_WAITS.readTimeoutMs);

process.exitCode = await main(
  process.argv.slice(2),
  {
    line: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    draw: () => {},
    isTerminal: false,
    useColour: false,
    input: process.stdin,
    environment: process.env,
    isStopping: () => false,
  },
  // As many pauses as a list has.
  {
    ...SHORT_WAITS,
    readTimeoutMs,
    answerTimeoutMs: 2 * readTimeoutMs,
    waits: { ...SHORT_WAITS.waits, limitedMs: [20, 40, 80, 160] },
  },
);
