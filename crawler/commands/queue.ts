import { Command } from 'commander';
import { UserError } from '../errors.ts';
import { DomainQueue, type QueueStatus } from '../run/queue/domain-queue.ts';
import { parseCount } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { readDomains } from './domain-list.ts';
import { forTerminal, groupDigits, type Output, plural } from './output.ts';
import { formatSeconds } from './progress.ts';

interface Options {
  readonly queue?: string;
  readonly json?: boolean;
}

interface AddOptions extends Options {
  readonly file?: string;
  readonly priority: string;
  readonly again?: boolean;
}

/** A list of domains for hosts that share the work; `work` takes them. */
export function queueCommand({ output }: CommandContext): Command {
  const queue = new Command('queue').description(
    'domains for several hosts: put in here, taken by `work` on each of them (BullMQ on Redis or Valkey)',
  );
  queue.addHelpText(
    'after',
    `\nExamples:\n${Object.values(EXAMPLES)
      .map((one) => `  palimpsest queue ${one}`)
      .join('\n')}`,
  );
  const command = (name: string, description: string) =>
    addQueueOption(new Command(name).description(description), output)
      .option('--json', 'one JSON object on standard output, nothing else there')
      .addHelpText('after', `\nExample:\n  palimpsest queue ${EXAMPLES[name]}`);
  const simple = (name: string, description: string, act: (queue: DomainQueue) => Promise<string>) =>
    command(name, description).action((options: Options) =>
      withQueue(options, async (one) => {
        const said = await act(one);
        output.line(options.json ? JSON.stringify({ [name]: said }) : said);
      }),
    );
  const commands = [
    command('add', 'put domains in; those that are there already stay once')
      .argument('[domain...]', 'bare domains, such as example.com')
      .option(
        '--file <list>',
        'a text file with one domain a line; # begins a remark; - reads standard input',
      )
      .option('--priority <n>', 'the lower, the earlier; 0 before all', '0')
      .option('--again', 'also those that have ended')
      .action((names: string[], options: AddOptions) => add(output, names, options)),
    command('status', 'what waits, is under way, finished, failed and why; hosts, rate, time left').action(
      (options: Options) =>
        withQueue(options, async (one) => printStatus(output, await one.status(), options)),
    ),
    simple('pause', 'nothing new is taken; what is under way is finished', async (one) => {
      await one.pause();
      return 'Paused: nothing new is taken until `queue resume`.';
    }),
    simple('resume', 'take domains again', async (one) => {
      await one.resume();
      return 'Resumed.';
    }),
    simple('retry', 'put back what has failed for good', async (one) => {
      return `${plural(await one.retry(), 'domain')} put back.`;
    }),
    simple('drain', 'take out what nobody has begun', async (one) => {
      return `${plural(await one.drain(), 'domain')} taken out.`;
    }),
  ];
  for (const one of commands) queue.addCommand(one);
  return queue;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  add: 'add --file domains.txt --queue redis://queue.example:6379',
  status: 'status --queue redis://queue.example:6379',
  pause: 'pause --queue redis://queue.example:6379',
  resume: 'resume --queue redis://queue.example:6379',
  retry: 'retry --queue redis://queue.example:6379',
  drain: 'drain --queue redis://queue.example:6379',
};

export function addQueueOption(command: Command, { environment }: Output): Command {
  return command.option(
    '--queue <url>',
    'the Redis or Valkey that holds the queue, such as redis://127.0.0.1:6379 (PALIMPSEST_QUEUE)',
    environment.PALIMPSEST_QUEUE,
  );
}

/** @throws UserError where no queue is named, or it cannot be reached */
export async function withQueue<T>(
  { queue }: Pick<Options, 'queue'>,
  work: (queue: DomainQueue) => Promise<T>,
): Promise<T> {
  if (!queue)
    throw new UserError('no queue is named', 'Name it: --queue redis://127.0.0.1:6379, or PALIMPSEST_QUEUE.');
  const opened = await DomainQueue.open(queue);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

async function add(output: Output, names: readonly string[], options: AddOptions): Promise<void> {
  const domains = await readDomains(names, options.file, output);
  const priority = options.priority === '0' ? 0 : parseCount(options.priority, '--priority', 2_000_000);
  await withQueue(options, async (queue) => {
    const added = await queue.add(domains, priority, options.again === true);
    const known = domains.length - added;
    if (options.json) return output.line(JSON.stringify({ added, known }));
    const rest = known > 0 ? `; ${groupDigits(known)} were there already` : '';
    output.line(`${plural(added, 'domain')} put in${rest}.`);
  });
}

function printStatus(output: Output, status: QueueStatus, { json }: Options): void {
  if (json) {
    output.line(JSON.stringify(status));
    return;
  }
  const { waiting, active, resting, finished, failed, hosts, perHour, secondsLeft } = status;
  const counts = { waiting, 'under way': active, resting, finished, failed };
  for (const [name, count] of Object.entries(counts))
    output.line(`${name.padEnd(10)} ${groupDigits(count).padStart(10)}`);
  if (status.isPaused) output.line('paused: `queue resume` goes on');
  output.line(
    hosts.length === 0
      ? 'no host takes domains'
      : `${plural(hosts.length, 'host')}: ${hosts.map(forTerminal).join(', ')}`,
  );
  if (perHour !== null)
    output.line(
      `${groupDigits(Math.round(perHour))} domains an hour${secondsLeft === null ? '' : `, ${formatSeconds(secondsLeft)} left`}`,
    );
  for (const { domain, reason, attempts } of status.failures)
    output.line(`failed: ${domain}, ${plural(attempts, 'time')}: ${forTerminal(reason)}`);
}
