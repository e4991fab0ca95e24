/**
 * Strips whose bars are links: what is pointed at or focused is told in words in the `.strip-says` of the same `.living-strips`,
 * and the arrow keys go from bar to bar, so that a strip is one stop of the Tab key. Without it the bars are links with titles.
 */

const barsOf = (strip: Element): SVGAElement[] => [...strip.querySelectorAll<SVGAElement>('a')];

/** The bar that a key leads to from another; undefined for other keys. */
function nextBar(bars: readonly SVGAElement[], from: number, key: string): SVGAElement | undefined {
  if (key === 'ArrowRight') return bars[from + 1];
  if (key === 'ArrowLeft') return bars[from - 1];
  if (key === 'Home') return bars[0];
  return key === 'End' ? bars.at(-1) : undefined;
}

function startStrips(strips: HTMLElement): void {
  const says = strips.querySelector<HTMLElement>('.strip-says');
  const tell = (target: EventTarget | null) => {
    const mark = target instanceof Element ? target.closest('.strip-links a, .strip-links .tick') : null;
    if (!mark || !says) return;
    const whose = mark.closest<HTMLElement>('[data-whose]')?.dataset.whose;
    const words = mark.getAttribute('aria-label') ?? mark.textContent ?? '';
    says.textContent = whose ? `${whose}, ${words}` : words;
  };
  strips.addEventListener('pointerover', ({ target }) => tell(target));
  strips.addEventListener('focusin', ({ target }) => tell(target));
  strips.addEventListener('keydown', (event) => {
    const bar = (event.target as Element).closest<SVGAElement>('.strip-links a');
    if (!bar) return;
    const bars = barsOf(bar.parentElement!);
    const next = nextBar(bars, bars.indexOf(bar), event.key);
    if (!next) return;
    event.preventDefault();
    for (const one of bars) one.setAttribute('tabindex', one === next ? '0' : '-1');
    next.focus();
  });
}

for (const strips of document.querySelectorAll<HTMLElement>('.living-strips')) startStrips(strips);

// The address may ask for what is folded in the list below.
if (new URLSearchParams(location.search).get('quiet') === '1') {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('.quiet-run details')) fold.open = true;
}
