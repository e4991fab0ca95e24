import type { Progress } from '../effects.ts';
import { forTerminal, groupDigits, type Output } from './output.ts';

const STAGES: Readonly<Record<Progress['phase'], string>> = {
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
  /** Several domains are to be crawled: from now on the line says how many of them are through. */
  readonly startList: (total: number) => void;
  readonly countDomain: () => void;
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
  /** When each stage under way began, and how far it was then; several domains may be under way. */
  const stages = new Map<string, { readonly startMs: number; readonly startDone: number }>();
  const list = { total: 0, done: 0, startMs: 0 };
  const clear = () => {
    if (shown && output.isTerminal) output.draw('\r\u001b[K');
    shown = '';
  };
  const print = (text: string, isUrgent: boolean) => {
    if (isQuiet) return;
    const everyMs = output.isTerminal ? DRAW_EVERY_MS : PLAIN_EVERY_MS;
    if (!isUrgent && now() - lastMs < everyMs) return;
    lastMs = now();
    const safe = forTerminal(`${describeList(list, now())}${text}`).replaceAll('\n', ' ');
    if (output.isTerminal) output.draw(`\r\u001b[K${fitWidth(safe, (output.columns?.() ?? 80) - 1)}`);
    else output.note(safe);
    shown = safe;
  };
  return {
    show(progress) {
      const key = `${progress.domain} ${progress.phase}`;
      const known = stages.get(key);
      const start = known && progress.done >= known.startDone ? known : null;
      if (!start) {
        for (const other of stages.keys()) if (other.startsWith(`${progress.domain} `)) stages.delete(other);
        stages.set(key, { startMs: now(), startDone: progress.done });
      }
      const { startMs, startDone } = start ?? stages.get(key)!;
      print(describe(progress, progress.done - startDone, now() - startMs), !start && output.isTerminal);
    },
    wait(reason, waitMs) {
      const isUrgent = waitMs >= (output.isTerminal ? 1000 : LONG_WAIT_MS);
      print(`waiting ${Math.ceil(waitMs / 1000)} s: ${reason}`, isUrgent);
    },
    say(text) {
      clear();
      output.note(forTerminal(text));
    },
    end: clear,
    startList(total) {
      if (total > 1) Object.assign(list, { total, startMs: now() });
    },
    countDomain() {
      list.done += 1;
    },
  };
}

/** `[17 of 5,000 domains, 2 d 3 h left] `; nothing where there is no list. */
function describeList(list: { total: number; done: number; startMs: number }, nowMs: number): string {
  if (list.total === 0) return '';
  const left = ((nowMs - list.startMs) / 1000 / list.done) * (list.total - list.done);
  const pace = list.done < 3 || !Number.isFinite(left) ? '' : `, ${formatSeconds(Math.ceil(left))} left`;
  return `[${groupDigits(list.done)} of ${groupDigits(list.total)} domains${pace}] `;
}

/** Characters that take two columns of a terminal, roughly: from Hangul on, without the narrow ones between. */
const isWide = (character: string) =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(
    character,
  );

/** As much of a line as fits into so many columns: what is longer would leave its beginning behind at every drawing. */
function fitWidth(text: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += isWide(character) ? 2 : 1;
    if (width > columns) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

function describe(progress: Progress, doneSince: number, elapsedMs: number): string {
  const { domain, phase: stage, done, total, item } = progress;
  const rate = elapsedMs > 1000 && doneSince > 1 ? (doneSince * 1000) / elapsedMs : null;
  const left = rate === null ? null : Math.ceil((total - done) / rate);
  const pace = rate === null ? '' : `, ${rate.toFixed(1)}/s${left ? `, ${formatSeconds(left)} left` : ''}`;
  return `${domain}: ${STAGES[stage]} ${groupDigits(done)} of ${groupDigits(total)}${pace}${item ? ` (${item})` : ''}`;
}

/** 75 as `1 min 15 s`. */
export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  if (seconds >= 48 * 3600)
    return `${Math.floor(seconds / 86_400)} d ${Math.floor((seconds % 86_400) / 3600)} h`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
