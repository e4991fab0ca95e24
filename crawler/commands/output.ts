/** Where a command writes and what it knows of its surroundings; `cli.ts` gives the process's own, tests their own. */
export interface Output {
  /** A line of the result, on standard output. */
  readonly line: (text: string) => void;
  /** A line of progress, warning or summary, on standard error. */
  readonly note: (text: string) => void;
  /** Text without a line end on standard error, for a progress line that is drawn again. */
  readonly draw: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal, as it is now. */
  readonly columns?: () => number | undefined;
  readonly useColour: boolean;
  /** Standard input, for `align`. */
  readonly input: AsyncIterable<Buffer | string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's folder, whose configuration gives defaults; none where it is not given. */
  readonly folder?: string;
  /** True once the user has asked to stop. */
  readonly isStopping: () => boolean;
  /** Hears of a folder that is being filled, and of its end: whoever ends the process takes it away. */
  readonly onScratch?: (folder: string, isThere: boolean) => void;
  /** Calls back once, when the user asks to stop. */
  readonly onStop?: (listener: () => void) => void;
}

const ESCAPES = { red: '31', green: '32', dim: '2', bold: '1', violet: '35' } as const;

/** Colours for the terminal; plain text where colour is off. */
export function paint(output: Output, style: keyof typeof ESCAPES, text: string): string {
  return output.useColour ? `\u001b[${ESCAPES[style]}m${text}\u001b[0m` : text;
}

/** `1 version`, `3 versions`. */
export function plural(count: number, noun: string): string {
  return `${groupDigits(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** 12345 as `12,345`, without asking the locale. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3}){1,7}$)/g, ',');
}

/**
 * Text from an archive, made safe for a terminal: control characters (escape sequences among them) and characters that
 * turn the direction of writing become visible marks.
 */
export function forTerminal(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** Rows as columns two blanks apart; numbers (right-aligned columns) by index. */
export function formatTable(
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[] = [],
): string[] {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, k) => Math.max(all[k] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, k) => (rightAligned.includes(k) ? cell.padStart(widths[k]!) : cell.padEnd(widths[k]!)))
      .join('  ')
      .trimEnd(),
  );
}
