import type { Progress } from '../effects.ts';
import { groupDigits, type Output } from './output.ts';

const STAGES: Readonly<Record<Progress['stage'], string>> = {
  discover: 'looking for the policy',
  list: 'reading the index',
  fetch: 'fetching captures',
  derive: 'reading texts',
  import: 'importing',
};

/** A wait so long is told at once, on a terminal or not. */
const LONG_WAIT_MS = 10_000;

/** How often plain lines come where there is no terminal, in milliseconds; and how often the line is drawn again. */
const PLAIN_EVERY_MS = 5000;
const DRAW_EVERY_MS = 100;

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Says why nothing moves. */
  readonly wait: (reason: string, waitMs: number) => void;
  /** Prints a line above the progress line. */
  readonly say: (text: string) => void;
  /** Takes the progress line away. */
  readonly end: () => void;
}

/**
 * Progress on standard error: one line drawn again on a terminal, a plain line every few seconds elsewhere, nothing when
 * quiet. Rate and time left are those of the stage at hand.
 */
export function createProgressLine(
  output: Output,
  isQuiet: boolean,
  now: () => number = Date.now,
): ProgressLine {
  let shown = '';
  // The first plain line comes after a while: work done in a moment needs none.
  let lastMs = output.isTerminal ? Number.NEGATIVE_INFINITY : now();
  let stage = '';
  let stageStartMs = 0;
  let stageStartDone = 0;
  const clear = () => {
    if (shown && output.isTerminal) output.draw('\r\u001b[K');
    shown = '';
  };
  const print = (text: string, isUrgent: boolean) => {
    if (isQuiet) return;
    const everyMs = output.isTerminal ? DRAW_EVERY_MS : PLAIN_EVERY_MS;
    if (!isUrgent && now() - lastMs < everyMs) return;
    lastMs = now();
    if (output.isTerminal) output.draw(`\r\u001b[K${text.slice(0, 110)}`);
    else output.note(text);
    shown = text;
  };
  return {
    show(progress) {
      const key = `${progress.domain} ${progress.stage}`;
      const isNew = key !== stage;
      if (isNew) {
        stage = key;
        stageStartMs = now();
        stageStartDone = progress.done;
      }
      print(
        describe(progress, progress.done - stageStartDone, now() - stageStartMs),
        isNew && output.isTerminal,
      );
    },
    wait(reason, waitMs) {
      const isUrgent = waitMs >= (output.isTerminal ? 1000 : LONG_WAIT_MS);
      print(`waiting ${Math.ceil(waitMs / 1000)} s: ${reason}`, isUrgent);
    },
    say(text) {
      clear();
      output.note(text);
    },
    end: clear,
  };
}

function describe(progress: Progress, doneSince: number, elapsedMs: number): string {
  const { domain, stage, done, total, item } = progress;
  const rate = elapsedMs > 1000 && doneSince > 1 ? (doneSince * 1000) / elapsedMs : null;
  const left = rate === null ? null : Math.ceil((total - done) / rate);
  const pace = rate === null ? '' : `, ${rate.toFixed(1)}/s${left ? `, ${formatSeconds(left)} left` : ''}`;
  return `${domain}: ${STAGES[stage]} ${groupDigits(done)} of ${groupDigits(total)}${pace}${item ? ` (${item})` : ''}`;
}

/** 75 as `1 min 15 s`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
