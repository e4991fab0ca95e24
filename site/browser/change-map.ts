/**
 * What makes the map beside a long change alive: it marks the section that is being read, and adds filters by kind, size and topic,
 * kept in the address. The map itself is links.
 */

const KINDS: Readonly<Record<string, string>> = {
  'is-edited': 'edited',
  'is-added': 'new',
  'is-removed': 'no longer present',
  'is-moved': 'moved',
  'is-split': 'split',
  'is-merged': 'merged',
};

/** Words from which a change is of a size, the largest first. */
const SIZES = [
  ['large', 51, 'over 50 words'],
  ['medium', 6, '6 to 50 words'],
  ['small', 0, 'up to 5 words'],
] as const;

const sizeOf = (change: HTMLElement): string =>
  SIZES.find(([, least]) => Number(change.dataset.words ?? 0) >= least)![0];
const kindsOf = (change: HTMLElement): string[] =>
  Object.keys(KINDS).filter((kind) => change.classList.contains(kind));
const topicsOf = (change: HTMLElement): string[] => (change.dataset.topics ?? '').split(' ').filter(Boolean);

const FILTERS = {
  kind: { words: 'Kind', valuesOf: kindsOf, name: (value: string) => KINDS[value] ?? value },
  size: {
    words: 'Size',
    valuesOf: (change: HTMLElement) => [sizeOf(change)],
    name: (value: string) => SIZES.find(([size]) => size === value)?.[2] ?? value,
  },
  topic: { words: 'Topic', valuesOf: topicsOf, name: (value: string) => value.replaceAll('-', ' ') },
} as const;
type Filter = keyof typeof FILTERS;
const NAMES = Object.keys(FILTERS) as Filter[];

function makeSelect(filter: Filter, changes: readonly HTMLElement[]): HTMLLabelElement {
  const { words, valuesOf, name } = FILTERS[filter];
  const counts = new Map<string, number>();
  for (const value of changes.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const label = document.createElement('label');
  const select = document.createElement('select');
  select.name = filter;
  select.add(new Option('all', ''));
  for (const [value, count] of [...counts].sort((one, other) => other[1] - one[1]))
    select.add(new Option(`${name(value)} (${count})`, value));
  select.value = new URLSearchParams(location.search).get(filter) ?? '';
  if (select.selectedIndex < 0) select.value = '';
  label.append(`${words} `, select);
  return label;
}

/** Puts the filters above the map, and says how many of all changes they leave in sight. */
function addFilters(view: HTMLElement, place: HTMLElement): void {
  const changes = [...view.querySelectorAll<HTMLElement>('.change')];
  const selects = NAMES.map((filter) => makeSelect(filter, changes));
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  place.append(...selects, status);
  const chosen = () =>
    NAMES.map(
      (filter) => [filter, place.querySelector<HTMLSelectElement>(`[name=${filter}]`)!.value] as const,
    );
  const apply = () => {
    const wanted = chosen().filter(([, value]) => value !== '');
    let shown = 0;
    for (const change of changes) {
      const fits = wanted.every(([filter, value]) => FILTERS[filter].valuesOf(change).includes(value));
      change.classList.toggle('is-filtered', !fits);
      if (fits) shown++;
    }
    view.classList.toggle('has-filter', wanted.length > 0);
    status.textContent = wanted.length > 0 ? `${shown} of ${changes.length} changes shown` : '';
  };
  place.addEventListener('change', () => {
    const address = new URL(location.href);
    for (const [filter, value] of chosen()) {
      if (value === '') address.searchParams.delete(filter);
      else address.searchParams.set(filter, value);
    }
    history.replaceState(null, '', address);
    apply();
  });
  if (chosen().some(([, value]) => value !== '')) apply();
}

/** Scrolls the map, or its list, so far that an entry is seen; the page itself stays. */
function keepInSight(map: HTMLElement, link: HTMLElement): void {
  const list = [map, map.querySelector('ol')!].find((one) => one.scrollHeight > one.clientHeight + 1);
  if (!list) return;
  const [box, own] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  if (own.top < box.top || own.bottom > box.bottom) list.scrollTop += own.top - box.top - box.height / 3;
}

/** What is led to comes to stand below the bar: what is above that line has been read. */
const HEADROOM = '-130px 0px -35% 0px';

/** Marks the entry of the section that the top of the window is in. */
function followReading(view: HTMLElement, map: HTMLElement): void {
  const entries = [...map.querySelectorAll<HTMLAnchorElement>('li a')].map((link) => ({
    link,
    first: Number(link.hash.replace('#change-', '')),
  }));
  const inOrder = entries.toSorted((one, other) => one.first - other.first);
  const seen = new Set<number>();
  const mark = () => {
    const at = Math.min(...seen);
    const here = inOrder.findLast(({ first }) => first <= at) ?? inOrder[0];
    for (const { link } of entries) {
      if (link === here?.link) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    if (here) keepInSight(map, here.link);
  };
  const observer = new IntersectionObserver(
    (found) => {
      for (const { target, isIntersecting } of found) {
        const number = Number(target.id.replace('change-', ''));
        if (isIntersecting) seen.add(number);
        else seen.delete(number);
      }
      if (seen.size > 0) mark();
    },
    { rootMargin: HEADROOM },
  );
  for (const change of view.querySelectorAll('.change')) observer.observe(change);
}

/** Brings the map of a comparison to life, where it has one. */
export function startMap(view: HTMLElement): void {
  const map = view.querySelector<HTMLElement>('.change-map');
  const place = map?.querySelector<HTMLElement>('.map-filters');
  if (!map || !place) return;
  addFilters(view, place);
  followReading(view, map);
}
