import { policyAddress } from '../view/addresses.ts';
import type { PolicyName } from '../view/model.ts';
import { parseDay } from '../view/policy/as-of.ts';
import {
  asOfAddress,
  type DatedVersion,
  renderAsOf,
  sameAnswerDay,
  viewAsOf,
} from '../view/policy/as-of-page.ts';

interface PolicyTwin {
  readonly versions: readonly {
    readonly version: number;
    readonly slug: string;
    readonly first_seen: string | null;
    readonly last_seen: string | null;
  }[];
  readonly changes: readonly { readonly address: string; readonly right_version: number }[];
}

/** The versions of a policy from its JSON twin. Throws where there is none. */
async function loadVersions({ domain, policy }: PolicyName): Promise<DatedVersion[]> {
  const answer = await fetch(`${policyAddress(domain, policy)}index.json`);
  if (!answer.ok) throw new Error(`there is no policy ${domain}/${policy} here`);
  const twin = (await answer.json()) as PolicyTwin;
  const changes = new Map(twin.changes.map((change) => [change.right_version, change.address]));
  return twin.versions.map(({ version, slug, first_seen, last_seen }) => ({
    slug,
    change: changes.get(version),
    firstDay: first_seen?.slice(0, 10) ?? null,
    lastDay: last_seen?.slice(0, 10) ?? null,
  }));
}

/** The day that the address asks for: `?day=2004-06-01`, or `…/at/2004-06-01/` where a host answers that with this page. */
const askedDay = (): string =>
  new URLSearchParams(location.search).get('day') ??
  /\/at\/(\d{4}-\d{2}-\d{2})\/?$/.exec(location.pathname)?.[1] ??
  '';

/** The text in place, from the page of a day with the same answer; null where it cannot be had. */
async function loadText(address: string): Promise<Element | null> {
  const answer = await fetch(address);
  if (!answer.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.as-of-text');
}

/**
 * `<as-of-day>`: what a policy said on a day that has no page of its own. The day comes from the form, from `?day=`, or,
 * on the page of missing addresses, from the address itself.
 */
class AsOfDay extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (form && input) {
      form.hidden = false;
      const asked = askedDay();
      if (asked) input.value = asked;
    }
    const { domain, policy, day = askedDay() } = this.dataset;
    if (domain && policy && day) void this.show({ domain, policy }, day);
  }

  /** A host without such a page answered with 404: what is copied from here is the address that it answers with 200. */
  private nameAddress(address: string, day: string): void {
    if (this.dataset.day) history.replaceState(null, '', `${address.slice(0, -`${day}/`.length)}?day=${day}`);
  }

  private async show(name: PolicyName, text: string): Promise<void> {
    const status = this.querySelector('[role=status]')!;
    const day = parseDay(text);
    if (day === null) {
      status.textContent = `“${text}” is no day since 1990. A day looks like 2004-06-01.`;
      return;
    }
    try {
      const versions = await loadVersions(name);
      const view = viewAsOf(name, versions, day);
      const title = document.querySelector('h1');
      if (title) title.textContent = view.heading;
      document.title = `${view.heading} · Palimpsest`;
      const answer = this.querySelector('.answer')!;
      answer.innerHTML = renderAsOf(view);
      this.nameAddress(view.address, day);
      const same = sameAnswerDay(versions, day);
      const text = same === null ? null : await loadText(asOfAddress(name, same));
      if (text) answer.append(text);
    } catch (error) {
      status.textContent = `The answer could not be found: ${(error as Error).message}.`;
    }
  }
}

customElements.define('as-of-day', AsOfDay);
