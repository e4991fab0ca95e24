/// <reference lib="webworker" />
import { versionName } from '../view/addresses.ts';
import { compareVersions } from '../view/comparison/compare-page.ts';
import { renderComparisonPieces } from '../view/comparison/comparison-body.ts';
import { viewSide } from '../view/comparison/comparison-view.ts';
import {
  nearestSlugs,
  type PolicyShard,
  parseVersionName,
  resolveSlug,
  unpackVersion,
} from '../view/comparison/wire.ts';
import { escapeHtml } from '../view/html.ts';
import type { PolicyName, TextFacts } from '../view/model.ts';
import type { CompareAnswer, ComparedPage, CompareQuestion, VersionChoices } from './compare-protocol.ts';
import { loadShard } from './shards.ts';

/** Loads, compares and renders beside the page, so that the page stays at the reader's hand however long the texts are. */

type AskedSide = PolicyName & { readonly version: TextFacts; readonly choices: VersionChoices };

function listChoices(shard: PolicyShard, slug: string): VersionChoices {
  return {
    policy: `${shard.domain}/${shard.policy}`,
    choices: shard.versions.map(({ facts }) => ({
      slug: facts.slug,
      words: facts.firstSeen === null ? facts.slug.replace('undated', 'date unknown') : facts.slug,
    })),
    chosen: resolveSlug(shard, slug),
  };
}

/** Throws an Error whose message is for the reader. */
async function loadNamed(text: string): Promise<{ shard: PolicyShard; slug: string }> {
  const name = parseVersionName(text);
  if (!name) throw new Error(`“${text}” names no version. A name looks like example.com/privacy@2002-12-15.`);
  return { shard: await loadShard(name.domain, name.policy), slug: name.slug };
}

async function loadSide(text: string): Promise<AskedSide> {
  const { shard, slug } = await loadNamed(text);
  const choices = listChoices(shard, slug);
  const version = choices.chosen && unpackVersion(shard, choices.chosen);
  if (!version) {
    const nearest = nearestSlugs(shard, slug).join(', ');
    throw new Error(`There is no version ${slug} of ${shard.domain}/${shard.policy}. Nearest: ${nearest}.`);
  }
  return { domain: shard.domain, policy: shard.policy, version, choices };
}

/** Characters of HTML that fill the first screens, and those of each further piece: a few milliseconds of the page's time. */
const FIRST_LENGTH = 10_000;
const PIECE_LENGTH = 60_000;

async function compare(
  leftText: string,
  rightText: string,
): Promise<{ pair: ComparedPage; rest: Iterable<string> }> {
  const [left, right] = await Promise.all([loadSide(leftText), loadSide(rightText)]);
  const view = compareVersions(left, right);
  const head = ({ domain, policy, version }: AskedSide) => {
    const side = viewSide({ domain, policy }, version);
    return `<a href="${escapeHtml(side.address)}">${escapeHtml(domain)}, ${escapeHtml(side.day)}</a>`;
  };
  const note = view.note ? `<p class="banner is-calm">${escapeHtml(view.note)}</p>` : '';
  const what = view.comparison.isAcross ? 'clause' : 'change';
  const name = ({ domain, policy, version }: AskedSide) => versionName(domain, policy, version.slug);
  const { first, rest } = renderComparisonPieces(view.comparison, FIRST_LENGTH, PIECE_LENGTH);
  const pair = {
    left: left.choices,
    right: right.choices,
    names: [name(left), name(right)] as const,
    title: view.title,
    html:
      `<h2>${escapeHtml(view.title)}</h2>${note}<p class="sides">Left: ${head(left)}. Right: ${head(right)}.</p>` +
      `<change-view class="comparison-body" data-what="${what}" data-count="${view.comparison.changeCount}">${first}</change-view>`,
  };
  return { pair, rest };
}

/** What is not yet rendered of the comparison answered last. */
let unsent: { readonly id: number; readonly rest: Iterable<string> } | null = null;

/** Posts the answers to a question, in their order. */
async function answer(question: CompareQuestion): Promise<void> {
  const { id } = question;
  const post = (own: CompareAnswer) => postMessage(own);
  try {
    if (question.ask === 'versions') {
      const { shard, slug } = await loadNamed(question.name);
      post({ id, versions: listChoices(shard, slug) });
      return;
    }
    if (question.ask === 'rest') {
      if (unsent?.id !== id) return;
      for (const next of unsent.rest) post({ id, next });
      post({ id, next: null });
      return;
    }
    const { pair, rest } = await compare(question.left, question.right);
    unsent = { id, rest };
    post({ id, compared: pair });
  } catch (error) {
    post({ id, error: (error as Error).message });
  }
}

addEventListener('message', ({ data }: MessageEvent<CompareQuestion>) => void answer(data));
