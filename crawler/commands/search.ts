import type { Command } from 'commander';
import { cutExcerpt, HIT_END, HIT_START, tellAttempt, tellNothing } from '../core/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import { type FoundClause, type SearchAnswer, searchStore } from '../run/ask/search.ts';
import { parseDomain } from '../run/domain.ts';
import { parseCount, parseMoment } from './arguments.ts';
import { type CommandContext, type CommonOptions, newCommand, warnOfOldRules, withStore } from './context.ts';
import { forTerminal, groupDigits, type Output, paint, plural } from './output.ts';

interface Options extends CommonOptions {
  readonly domain?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: string;
}

const MOST_SHOWN = 100_000;
/** From so many policies on, making the search file takes long enough to be announced. */
const MANY_POLICIES = 100;

export function searchCommand(context: CommandContext): Command {
  return newCommand(
    context,
    'search',
    'full text over all versions: clauses with the versions that hold them',
    [
      'search cookies',
      'search \'"log files" -children\' --domain example.com',
      "search 'beacon*' --from 2000 --to 2010 --json",
    ],
  )
    .argument(
      '<query...>',
      'words in any form, "words as typed", word* for endings, -word to leave out (after --), a NEAR b for words close together, in:removed or in:added for what went or came; several words: all of them',
    )
    .option('--domain <domain>', 'only this domain’s policies')
    .option('--from <date>', 'only clauses seen on or after a year, month or day')
    .option('--to <date>', 'only clauses seen on or before it')
    .option('--limit <number>', 'clauses shown', '50')
    .action((words: string[], options: Options) => {
      const limit = parseCount(options.limit, '--limit', MOST_SHOWN);
      const scope = {
        domain: options.domain === undefined ? undefined : parseDomain(options.domain),
        from: parseDayPrefix(options.from, '--from'),
        to: parseDayPrefix(options.to, '--to'),
      };
      return withStore(options.store, 'read', (store) => {
        warnOfOldRules(store, context.output);
        const answer = searchStore(store, words.join(' '), scope, limit, (count) => {
          if (count >= MANY_POLICIES && !options.quiet) {
            context.output.note(`The search index is brought up to date: ${groupDigits(count)} policies …`);
          }
        });
        printAnswer(
          context.output,
          answer,
          limit,
          options,
          Object.values(scope).some((one) => one !== undefined),
        );
        if (answer.found.length === 0) context.end(exitCodes.nothingFound);
      });
    });
}

/** A moment as the beginning of a day: `2004`, `2004-06`, `2004-06-01`. */
function parseDayPrefix(text: string | undefined, option: string): string | undefined {
  if (text === undefined) return undefined;
  const digits = parseMoment(text, option);
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].filter(Boolean).join('-');
}

function printAnswer(
  output: Output,
  answer: SearchAnswer,
  limit: number,
  options: Options,
  isNarrowed: boolean,
): void {
  const { query, attempt, shown } = answer;
  if (query.isEmpty) {
    throw new UserError('the query holds no word', 'Write words to look for: `palimpsest search cookies`.');
  }
  for (const note of query.notes) output.note(note);
  if (attempt?.instead) output.note(tellAttempt(query, attempt, isNarrowed));
  for (const [at, clause] of shown.entries()) {
    if (options.json) output.line(JSON.stringify({ ...toJson(clause), asked: attempt?.instead === '' }));
    else printClause(output, clause, shown[at - 1]);
  }
  if (!options.quiet) output.note(countWords(answer, limit));
}

function countWords({ query, attempt, found }: SearchAnswer, limit: number): string {
  if (attempt === null) return tellNothing(query);
  const companies = new Set(found.map(({ domain }) => domain)).size;
  const versions = new Set(
    found.flatMap(({ domain, policy, versions }) =>
      versions.map((number) => `${domain}/${policy}@${number}`),
    ),
  ).size;
  const shown = found.length > limit ? `; the first ${groupDigits(limit)} are shown, --limit shows more` : '';
  return `${attempt.match.reading}: ${plural(found.length, 'clause')} of ${companies === 1 ? '1 company' : `${groupDigits(companies)} companies`}, in ${plural(versions, 'version')}${shown}`;
}

function toJson({ marked, versions, first, last, clauseSlug, anchor, ...clause }: FoundClause) {
  return {
    ...clause,
    versionCount: versions.length,
    versions,
    firstVersion: first.slug,
    lastVersion: last.slug,
    firstSeen: first.firstDay,
    lastSeen: last.lastDay,
    text: marked.replaceAll(HIT_START, '').replaceAll(HIT_END, ''),
    excerpt: cutExcerpt(marked).map(({ text, isHit }) => [isHit ? 'hit' : 'text', text]),
  };
}

function printClause(output: Output, clause: FoundClause, before: FoundClause | undefined): void {
  const { domain, policy, label, first, last, versions } = clause;
  if (domain !== before?.domain || policy !== before.policy) {
    output.line(paint(output, 'bold', `${before ? '\n' : ''}${domain}/${policy}`));
  }
  const span = first.firstDay === null ? 'date unknown' : `seen ${first.firstDay} to ${last.lastDay}`;
  const wordings = clause.wordingCount > 1 ? `, ${clause.wordingCount} wordings` : '';
  output.line(`\n  ${forTerminal(label)}`);
  output.line(`  ${paint(output, 'dim', `${span}, ${plural(versions.length, 'version')}${wordings}`)}`);
  const text = cutExcerpt(clause.marked).map((part) => {
    const safe = forTerminal(part.text);
    return part.isHit ? (output.useColour ? paint(output, 'green', safe) : `*${safe}*`) : safe;
  });
  output.line(`    ${text.join('')}`);
}
