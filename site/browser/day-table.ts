import { longDay } from '../view/dates.ts';
import { parseDay } from '../view/policy/as-of.ts';
import type { TopicHistory } from '../view/topics/topic-history.ts';
import { type MatrixTopic, renderMatrixRows, type TopicPresence } from '../view/topics/topic-matrix.ts';
import { countAnswers, renderTopicRows } from '../view/topics/topic-page.ts';

interface TopicTwin {
  readonly title: string;
  readonly policies: readonly TopicHistory[];
}

interface MatrixTwin {
  readonly topics: readonly MatrixTopic[];
  readonly policies: readonly TopicPresence[];
}

/** `<day-table>`: a table about the latest versions that can be asked about any day; its data is the page's JSON twin. */
class DayTable extends HTMLElement {
  private twin: Promise<TopicTwin | MatrixTwin> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector<HTMLInputElement>('input[name=at]');
    if (!form || !input) return;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.show(input.value, true);
    });
    form.addEventListener('reset', () => void this.show('', true));
    const asked = new URLSearchParams(location.search).get('at');
    if (asked) {
      input.value = asked;
      void this.show(asked, false);
    }
  }

  private load(): Promise<TopicTwin | MatrixTwin> {
    this.twin ??= fetch(this.dataset.source!).then((answer) => {
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      return answer.json();
    });
    this.twin.catch(() => {
      this.twin = undefined;
    });
    return this.twin;
  }

  private async show(text: string, isChoice: boolean): Promise<void> {
    const status = this.querySelector('[role=status]')!;
    const day = text === '' ? null : parseDay(text);
    if (text !== '' && day === null) {
      status.textContent = `“${text}” is no day since 1990. A day looks like 2003-01-01.`;
      return;
    }
    try {
      const twin = await this.load();
      const when = day === null ? 'latest versions seen' : `as of ${longDay(day.replaceAll('-', ''))}`;
      const body = this.querySelector('tbody')!;
      if ('topics' in twin) {
        body.innerHTML = renderMatrixRows(twin.policies, twin.topics, day);
        status.textContent = when;
      } else {
        body.innerHTML = renderTopicRows(twin.policies, twin.title, day);
        status.textContent = `${when}: ${countAnswers(twin.policies, day)}`;
      }
      if (isChoice) this.keepAddress(day);
    } catch (error) {
      status.textContent = `The texts of other days could not be loaded: ${(error as Error).message}`;
    }
  }

  private keepAddress(day: string | null): void {
    const address = new URL(location.href);
    if (day === null) address.searchParams.delete('at');
    else address.searchParams.set('at', day);
    history.replaceState(null, '', address);
  }
}

customElements.define('day-table', DayTable);
