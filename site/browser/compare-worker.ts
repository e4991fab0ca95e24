/// <reference lib="webworker" />
import { versionName } from '../view/addresses.ts';
import { viewSide } from '../view/change-page.ts';
import { compareVersions } from '../view/compare-page.ts';
import { renderComparisonBody } from '../view/comparison-body.ts';
import { escapeHtml } from '../view/html.ts';
import type { PolicyName, TextFacts } from '../view/model.ts';
import {
  nearestSlugs,
  type PolicyShard,
  parseVersionName,
  resolveSlug,
  unpackVersion,
} from '../view/wire.ts';
import type { CompareAnswer, ComparedPair, CompareQuestion, VersionChoices } from './compare-protocol.ts';
import { loadShard } from './shards.ts';

/** Loads, compares and renders beside the page, so that the page stays at the reader's hand however long the texts are. */

type Side = PolicyName & { readonly version: TextFacts; readonly choices: VersionChoices };

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

async function loadSide(text: string): Promise<Side> {
  const { shard, slug } = await loadNamed(text);
  const choices = listChoices(shard, slug);
  const version = choices.chosen && unpackVersion(shard, choices.chosen);
  if (!version) {
    const nearest = nearestSlugs(shard, slug).join(', ');
    throw new Error(`There is no version ${slug} of ${shard.domain}/${shard.policy}. Nearest: ${nearest}.`);
  }
  return { domain: shard.domain, policy: shard.policy, version, choices };
}

async function compare(leftText: string, rightText: string): Promise<ComparedPair> {
  const [left, right] = await Promise.all([loadSide(leftText), loadSide(rightText)]);
  const view = compareVersions(left, right);
  const head = ({ domain, policy, version }: Side) => {
    const side = viewSide({ domain, policy }, version);
    return `<a href="${escapeHtml(side.address)}">${escapeHtml(domain)}, ${escapeHtml(side.day)}</a>`;
  };
  const note = view.note ? `<p class="banner is-calm">${escapeHtml(view.note)}</p>` : '';
  const what = view.comparison.isAcross ? 'clause' : 'change';
  const name = ({ domain, policy, version }: Side) => versionName(domain, policy, version.slug);
  return {
    left: left.choices,
    right: right.choices,
    names: [name(left), name(right)],
    title: view.title,
    html:
      `<h2>${escapeHtml(view.title)}</h2>${note}<p class="sides">Left: ${head(left)}. Right: ${head(right)}.</p>` +
      `<change-view class="comparison-body" data-what="${what}">${renderComparisonBody(view.comparison)}</change-view>`,
  };
}

async function answer(question: CompareQuestion): Promise<CompareAnswer> {
  const { id } = question;
  try {
    if (question.ask === 'compare') return { id, compared: await compare(question.left, question.right) };
    const { shard, slug } = await loadNamed(question.name);
    return { id, versions: listChoices(shard, slug) };
  } catch (error) {
    return { id, error: (error as Error).message };
  }
}

addEventListener('message', async (event: MessageEvent<CompareQuestion>) => {
  postMessage(await answer(event.data));
});
