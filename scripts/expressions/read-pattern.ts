/**
 * The parts of a regular expression that matter for what text it takes: sequences, choices, repetitions, and for each
 * single character one or two that it matches. Assertions that look around are read as what they look for.
 */
export type Part =
  | { readonly kind: 'character'; readonly samples: readonly string[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly options: readonly Part[] }
  | { readonly kind: 'repeat'; readonly body: Part; readonly min: number; readonly max: number };

const character = (...samples: string[]): Part => ({ kind: 'character', samples });
const NOTHING: Part = { kind: 'sequence', parts: [] };

/** What classes are made of, tried in turn to find what one matches. */
const ALPHABET = [
  ...'aA1 -.,*_@/\\<>()[]{}&;:\'"=#|?!+~`$%^\t\n\r',
  ...'éßяа漢あア한ء\u00a0\u00ad\u200b\ufffd\u0301§·•“”’€½',
  '😀',
];
/** Classes of which one sample would miss what tells repetitions apart get several. */
const MAX_SAMPLES = 3;

const samplesOf = (source: string, flags: string): string[] => {
  const test = new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''));
  const found = ALPHABET.filter((sample) => test.test(sample));
  return [...found.slice(0, MAX_SAMPLES - 1), ...found.slice(-1)];
};

class PatternReader {
  private at = 0;
  private readonly source: string;
  private readonly flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
  }

  readChoice(): Part {
    const options = [this.readSequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      options.push(this.readSequence());
    }
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  private readSequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at]!)) {
      parts.push(this.readRepeat(this.readAtom()));
    }
    return { kind: 'sequence', parts };
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  private readRepeat(body: Part): Part {
    const match = this.take(/(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/y);
    if (!match) return body;
    const [, sign, from, comma, to] = match;
    const min = sign ? Number(sign === '+') : Number(from);
    const max = sign ? (sign === '?' ? 1 : Infinity) : comma && !to ? Infinity : Number(to || from);
    return { kind: 'repeat', body, min, max };
  }

  private readAtom(): Part {
    const char = this.source[this.at]!;
    if (char === '(') return this.readGroup();
    if (char === '[') return this.readClass();
    if (char === '\\') return this.readEscape();
    this.at++;
    if (char === '^' || char === '$') return NOTHING;
    return character(...(char === '.' ? samplesOf('.', this.flags) : [char]));
  }

  private readGroup(): Part {
    const isNegative = this.take(/\((?:\?(?:<?(=|!)|:|<\w+>|[a-z-]+:))?/y)?.[1] === '!';
    const inner = this.readChoice();
    this.at++;
    return isNegative ? NOTHING : inner;
  }

  private readClass(): Part {
    const from = this.at;
    for (let depth = 0; this.at < this.source.length; this.at++) {
      const char = this.source[this.at];
      if (char === '\\') this.at++;
      else if (char === '[') depth = this.flags.includes('v') ? depth + 1 : 1;
      else if (char === ']' && --depth === 0) break;
    }
    this.at++;
    return character(...samplesOf(this.source.slice(from, this.at), this.flags));
  }

  private readEscape(): Part {
    if (this.take(/\\(?:[bB]|k<\w+>|[1-9]\d*)/y)) return NOTHING;
    const escaped = this.take(
      /\\(?:[pP]\{[^}]*\}|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[\s\S])/y,
    )!;
    const found = samplesOf(escaped[0], this.flags);
    if (found.length > 0) return character(...found);
    return character(
      /^\\[ux]/.test(escaped[0])
        ? String.fromCodePoint(Number.parseInt(escaped[0].replace(/^\\[ux]\{?/, ''), 16))
        : 'a',
    );
  }
}

export function readPattern(source: string, flags: string): Part {
  return new PatternReader(source, flags).readChoice();
}
