import { compareAddress, versionName } from '../view/addresses.ts';
import { parseVersionName } from '../view/comparison/wire.ts';
import { findLastBefore } from '../view/policy/presets.ts';
import type { CompareAnswer, ComparedPage, CompareQuestion, VersionChoices } from './compare-protocol.ts';
import { keepPin, readPin } from './pins.ts';

const SIDES = ['left', 'right'] as const;
type SideName = (typeof SIDES)[number];
type Question = CompareQuestion extends infer Q ? (Q extends { id: number } ? Omit<Q, 'id'> : never) : never;

/** A timer set within a frame runs after the frame is painted. */
const afterPaint = (act: () => void) => requestAnimationFrame(() => setTimeout(act));

/** After this long the status says what is awaited. */
const PATIENCE_MS = 8000;

/** `<compare-versions>`: any two versions, compared in the browser by the code that built the pages, in a worker. */
class CompareVersions extends HTMLElement {
  private readonly worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, (answer: CompareAnswer) => void>();
  private asked = 0;
  /** Number of the latest comparison wished for: answers to earlier ones come too late. */
  private wished = 0;
  /** Number of the question whose answer is shown: what follows of other answers comes too late. */
  private shown = 0;
  /** How often each side was chosen anew: what was asked for an earlier choice comes too late to change the form. */
  private readonly choices = { left: 0, right: 0 };
  /** Id of the change that the address names, until it is found. */
  private sought = '';

  private get form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  connectedCallback(): void {
    const { form } = this;
    if (form.querySelectorAll('option').length === 0) return;
    form.hidden = false;
    this.worker.addEventListener('message', ({ data }: MessageEvent<CompareAnswer>) => {
      if ('next' in data) this.addChanges(data.id, data.next);
      this.waiting.get(data.id)?.(data);
      this.waiting.delete(data.id);
    });
    this.worker.addEventListener('error', () =>
      this.say('The comparison could not be started in this browser.'),
    );
    for (const side of SIDES) {
      this.select(side, 'policy').addEventListener('change', () => void this.fillVersions(side, 'latest'));
      this.select(side, 'slug').addEventListener('change', () => ++this.choices[side]);
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.show(this.chosen('left'), this.chosen('right'), true);
    });
    this.addPresets();
    addEventListener('popstate', () => void this.showAddress());
    void this.showAddress();
  }

  /** Buttons that choose for the reader; the address shows what they chose. */
  private addPresets(): void {
    const on = (name: string, act: () => void) =>
      this.form.querySelector<HTMLButtonElement>(`button[name=${name}]`)!.addEventListener('click', act);
    on('swap', () => void this.show(this.chosen('right'), this.chosen('left'), true));
    on('ends', () => {
      const { domain, policy } = parseVersionName(this.chosen('left'))!;
      void this.show(versionName(domain, policy, 'first'), versionName(domain, policy, 'latest'), true);
    });
    on('before', () =>
      this.takeEarlier((slugs) => slugs[slugs.indexOf(this.select('right', 'slug').value) - 1]),
    );
    on('before-event', () => {
      const { value } = this.form.querySelector<HTMLSelectElement>('[name=event]')!;
      this.takeEarlier((slugs) => findLastBefore(slugs, value));
    });
    on('pin', () => {
      const name = this.chosen('left');
      this.say(keepPin(name) ? `Pinned: ${name}.` : 'This browser keeps nothing: keep the address instead.');
      this.showPin();
    });
    on('pinned', () => void this.show(readPin()!, this.chosen('right'), true));
    this.showPin();
  }

  private showPin(): void {
    const pin = readPin();
    const button = this.form.querySelector<HTMLButtonElement>('[name=pinned]')!;
    button.disabled = pin === null;
    button.title = pin ?? 'Nothing is pinned yet.';
  }

  /** Compares the right version with an earlier one of its own policy. */
  private takeEarlier(choose: (slugs: readonly string[]) => string | undefined): void {
    const right = this.chosen('right');
    const slugs = [...this.select('right', 'slug').options].map(({ value }) => value);
    const slug = choose(slugs);
    const { domain, policy } = parseVersionName(right)!;
    if (slug === undefined) this.say(`No version of ${domain}/${policy} was seen before that.`);
    else void this.show(versionName(domain, policy, slug), right, true);
  }

  private ask(question: Question): Promise<CompareAnswer> {
    const id = ++this.asked;
    return new Promise((answered) => {
      this.waiting.set(id, answered);
      this.worker.postMessage({ ...question, id });
    });
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
    if (!given) return;
    const { domain, policy, slug } = given;
    void this.choose('left', versionName(domain, policy, left || right ? slug : 'first'));
    void this.choose('right', versionName(domain, policy, 'latest'));
  }

  /** Sets one side of the form; a policy that is not here leaves it as it is. */
  private async choose(side: SideName, name: string): Promise<void> {
    const given = parseVersionName(name);
    const policies = this.select(side, 'policy');
    const held = given && `${given.domain}/${given.policy}`;
    if (![...policies.options].some(({ value }) => value === held)) return;
    policies.value = held!;
    await this.fillVersions(side, given!.slug);
  }

  private async fillVersions(side: SideName, slug: string): Promise<void> {
    const choice = ++this.choices[side];
    // The versions of the policy chosen before are none of this one's.
    this.select(side, 'slug').replaceChildren();
    const answer = await this.ask({ ask: 'versions', name: `${this.select(side, 'policy').value}@${slug}` });
    if (choice !== this.choices[side]) return;
    if ('versions' in answer) this.fillFrom(side, answer.versions);
    else if ('error' in answer) this.say(`The versions could not be loaded: ${answer.error}`);
  }

  private fillFrom(side: SideName, { policy, choices, chosen }: VersionChoices): void {
    const select = this.select(side, 'slug');
    select.replaceChildren(...choices.map(({ slug, words }) => new Option(words, slug)));
    this.select(side, 'policy').value = policy;
    select.value = chosen ?? '';
  }

  private async show(left: string, right: string, isChoice: boolean): Promise<void> {
    const wish = ++this.wished;
    const choices = { left: ++this.choices.left, right: ++this.choices.right };
    const unchanged = () => SIDES.filter((side) => choices[side] === this.choices[side]);
    this.say('Loading both policies …');
    const late = setTimeout(() => {
      this.say(
        'Still loading the texts of both policies; each policy’s own page has all neighbouring changes.',
      );
    }, PATIENCE_MS);
    const answer = await this.ask({ ask: 'compare', left, right });
    clearTimeout(late);
    if (wish !== this.wished) return;
    const target = this.querySelector<HTMLElement>('.comparison')!;
    if ('compared' in answer) {
      this.say('');
      this.keepAddress(answer.compared.names, isChoice);
      this.shown = answer.id;
      for (const side of unchanged()) this.fillFrom(side, answer.compared[side]);
      this.render(target, answer.compared);
      // Not before: what is still to come must not keep the reader from seeing what is there.
      afterPaint(() => this.worker.postMessage({ id: answer.id, ask: 'rest' } satisfies CompareQuestion));
    } else {
      target.replaceChildren();
      target.setAttribute('aria-busy', 'false');
      // What the reader asked for stays in the form, to be put right there.
      await Promise.all(unchanged().map((side) => this.choose(side, { left, right }[side])));
      this.say('error' in answer ? answer.error : '');
    }
  }

  /** The address always names dated versions: people cite what they see. View and anchor stay. */
  private keepAddress([left, right]: readonly [string, string], isChoice: boolean): void {
    const address = new URL(compareAddress(left, right), location.href);
    const view = new URLSearchParams(location.search).get('view');
    if (view) address.searchParams.set('view', view);
    const text = `${address.pathname}?${decodeURIComponent(address.searchParams.toString())}`;
    if (isChoice) history.pushState(null, '', text);
    else history.replaceState(null, '', text + location.hash);
  }

  private render(target: HTMLElement, { title, html }: ComparedPage): void {
    target.innerHTML = html;
    document.title = `${title} · Palimpsest`;
    target.setAttribute('aria-busy', 'true');
    this.sought = location.hash.slice(1);
    this.goToSought();
  }

  /** Adds the changes that come next, a piece at a time, so that the page stays at the reader's hand. */
  private addChanges(id: number, html: string | null): void {
    if (id !== this.shown) return;
    if (html === null) this.querySelector('.comparison')!.setAttribute('aria-busy', 'false');
    else this.querySelector('.changes')!.insertAdjacentHTML('beforeend', html);
    this.goToSought();
  }

  /** Scrolls to the change that the address names, as soon as it is there. */
  private goToSought(): void {
    const found = this.sought && document.getElementById(this.sought);
    if (!found) return;
    this.sought = '';
    found.closest('details')?.setAttribute('open', '');
    found.scrollIntoView();
  }
}

customElements.define('compare-versions', CompareVersions);
