/**
 * Points of charts by keyboard and pointer: arrow keys lead from point to point, and what a point says stands beside it. Each
 * point is a link to the companies behind it, with or without this.
 */

const isPoint = (target: EventTarget | null): SVGAElement | null =>
  target instanceof Element ? target.closest<SVGAElement>('.trend-svg a.point') : null;

/** Points of the same line, then the nearest one of the next line. */
function findNext(point: SVGAElement, key: string): SVGAElement | undefined {
  const all = [...point.ownerSVGElement!.querySelectorAll<SVGAElement>('a.point')];
  const at = all.indexOf(point);
  if (key === 'ArrowRight') return all[at + 1];
  if (key === 'ArrowLeft') return all[at - 1];
  const place = (one: SVGAElement) => one.getBoundingClientRect();
  const own = place(point);
  const isSide = (one: SVGAElement) => (key === 'ArrowUp' ? place(one).y < own.y : place(one).y > own.y);
  const far = (one: SVGAElement) => 4 * Math.abs(place(one).x - own.x) + Math.abs(place(one).y - own.y);
  return all.filter((one) => one !== point && isSide(one)).sort((a, b) => far(a) - far(b))[0];
}

let tip: HTMLElement | undefined;

function hide(): void {
  tip?.remove();
  tip = undefined;
}

/** Said beside the point; it is spoken already, as the link's name. */
function show(point: SVGAElement): void {
  hide();
  tip = document.createElement('p');
  tip.className = 'point-tip';
  tip.setAttribute('aria-hidden', 'true');
  tip.textContent = point.getAttribute('aria-label');
  const frame = point.closest<HTMLElement>('.trend-frame');
  if (!frame) return;
  frame.append(tip);
  const [own, around] = [point.getBoundingClientRect(), frame.getBoundingClientRect()];
  const left = Math.min(
    own.x - around.x + frame.scrollLeft,
    Math.max(0, frame.clientWidth - tip.offsetWidth),
  );
  tip.style.setProperty('left', `${left}px`);
  tip.style.setProperty('top', `${own.bottom - around.y + 4}px`);
}

for (const event of ['focusin', 'pointerover']) {
  document.addEventListener(event, ({ target }) => {
    const point = isPoint(target);
    if (point) show(point);
    else if (event === 'focusin' || !isPoint(document.activeElement)) hide();
  });
}
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
  const point = isPoint(event.target);
  if (!point || !event.key.startsWith('Arrow')) return;
  const next = findNext(point, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
});
