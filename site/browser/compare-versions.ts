import { compareAddress, versionName } from '../view/addresses.ts';
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
import { loadShard } from './shards.ts';

type SideName = 'left' | 'right';
type Side = PolicyName & { readonly version: TextFacts };

/** After this long the status says what is awaited. */
const PATIENCE_MS = 8000;

/** `<compare-versions>`: any two versions, compared in the browser by the code that built the pages. */
class CompareVersions extends HTMLElement {
  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  connectedCallback(): void {
    const { form } = this;
    if (form.querySelectorAll('option').length === 0) return;
    form.hidden = false;
    for (const side of ['left', 'right'] as const) {
      this.select(side, 'policy').addEventListener('change', () => void this.fillVersions(side, 'latest'));
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.show(this.chosen('left'), this.chosen('right'), true);
    });
    form.querySelector<HTMLButtonElement>('[name=swap]')!.addEventListener('click', () => {
      void this.show(this.chosen('right'), this.chosen('left'), true);
    });
    form.querySelector<HTMLButtonElement>('[name=ends]')!.addEventListener('click', () => {
      const { domain, policy } = parseVersionName(this.chosen('left'))!;
      void this.show(versionName(domain, policy, 'first'), versionName(domain, policy, 'latest'), true);
    });
    addEventListener('popstate', () => void this.showAddress());
    void this.showAddress();
  }

  private select(side: SideName, what: 'policy' | 'slug'): HTMLSelectElement {
    return this.form.querySelector<HTMLSelectElement>(`[name=${side}-${what}]`)!;
  }

  private chosen(side: SideName): string {
    return `${this.select(side, 'policy').value}@${this.select(side, 'slug').value || 'latest'}`;
  }

  private say(words: string): void {
    this.querySelector('[role=status]')!.textContent = words;
  }

  /** Shows what the address asks for; with one side only, or none, the form waits for the rest. */
  private async showAddress(): Promise<void> {
    const query = new URLSearchParams(location.search);
    const [left, right] = [query.get('left'), query.get('right')];
    if (left && right) return this.show(left, right, false);
    const given = parseVersionName(left ?? right ?? this.select('left', 'policy').value);
    if (given && this.hasPolicy(`${given.domain}/${given.policy}`)) {
      for (const side of ['left', 'right'] as const) {
        this.select(side, 'policy').value = `${given.domain}/${given.policy}`;
      }
      await this.fillVersions('left', left || right ? given.slug : 'first');
      await this.fillVersions('right', 'latest');
    }
  }

  private hasPolicy(value: string): boolean {
    return [...this.select('left', 'policy').options].some((option) => option.value === value);
  }

  private async fillVersions(side: SideName, slug: string): Promise<void> {
    const name = parseVersionName(this.select(side, 'policy').value)!;
    try {
      this.fillFrom(side, await loadShard(name.domain, name.policy), slug);
    } catch (error) {
      this.say(`The versions could not be loaded: ${(error as Error).message}`);
    }
  }

  private fillFrom(side: SideName, shard: PolicyShard, slug: string): void {
    const select = this.select(side, 'slug');
    select.replaceChildren(
      ...shard.versions.map(({ facts }) => {
        const words = facts.firstSeen === null ? facts.slug.replace('undated', 'date unknown') : facts.slug;
        return new Option(words, facts.slug);
      }),
    );
    this.select(side, 'policy').value = `${shard.domain}/${shard.policy}`;
    select.value = resolveSlug(shard, slug) ?? '';
  }

  /** Loads one side; throws an Error whose message says what to ask for instead. */
  private async load(side: SideName, text: string): Promise<Side> {
    const name = parseVersionName(text);
    if (!name)
      throw new Error(`“${text}” names no version. A name looks like example.com/privacy@2002-12-15.`);
    const shard = await loadShard(name.domain, name.policy);
    const slug = resolveSlug(shard, name.slug);
    this.fillFrom(side, shard, slug ?? 'latest');
    const version = slug && unpackVersion(shard, slug);
    if (!version) {
      const nearest = nearestSlugs(shard, name.slug).join(', ');
      throw new Error(
        `There is no version ${name.slug} of ${name.domain}/${name.policy}. Nearest: ${nearest}.`,
      );
    }
    return { domain: name.domain, policy: name.policy, version };
  }

  private async show(leftText: string, rightText: string, isChoice: boolean): Promise<void> {
    const target = this.querySelector<HTMLElement>('.comparison')!;
    this.say('Loading both policies …');
    const late = setTimeout(() => {
      this.say(
        'Still loading the texts of both policies; each policy’s own page has all neighbouring changes.',
      );
    }, PATIENCE_MS);
    try {
      const [left, right] = await Promise.all([this.load('left', leftText), this.load('right', rightText)]);
      this.say('');
      this.keepAddress(left, right, isChoice);
      this.render(target, left, right);
    } catch (error) {
      target.replaceChildren();
      this.say((error as Error).message);
    } finally {
      clearTimeout(late);
    }
  }

  /** The address always names dated versions: people cite what they see. View and anchor stay. */
  private keepAddress(left: Side, right: Side, isChoice: boolean): void {
    const name = ({ domain, policy, version }: Side) => versionName(domain, policy, version.slug);
    const address = new URL(compareAddress(name(left), name(right)), location.href);
    const view = new URLSearchParams(location.search).get('view');
    if (view) address.searchParams.set('view', view);
    const text = `${address.pathname}?${decodeURIComponent(address.searchParams.toString())}`;
    if (isChoice) history.pushState(null, '', text);
    else history.replaceState(null, '', text + location.hash);
  }

  private render(target: HTMLElement, left: Side, right: Side): void {
    const view = compareVersions(left, right);
    const head = ({ domain, policy, version }: Side) => {
      const side = viewSide({ domain, policy }, version);
      return `<a href="${escapeHtml(side.address)}">${escapeHtml(domain)}, ${escapeHtml(side.day)}</a>`;
    };
    const note = view.note ? `<p class="banner is-calm">${escapeHtml(view.note)}</p>` : '';
    target.innerHTML =
      `<h2>${escapeHtml(view.title)}</h2>${note}<p class="sides">Left: ${head(left)}. Right: ${head(right)}.</p>` +
      `<change-view class="comparison-body" data-what="${view.comparison.isAcross ? 'clause' : 'change'}">${renderComparisonBody(view.comparison)}</change-view>`;
    document.title = `${view.title} · Palimpsest`;
    const anchor = location.hash && document.getElementById(location.hash.slice(1));
    if (anchor) anchor.scrollIntoView();
  }
}

customElements.define('compare-versions', CompareVersions);
