/**
 * A change that is opened by its own address says whose it is, when it happened and where its sources are: who follows a
 * shared link has not read the head of the page. Its heading takes the focus.
 */
function explainTarget(): void {
  const { hash } = location;
  const change = /^#change-\d+$/.test(hash) ? document.querySelector<HTMLElement>(`.change${hash}`) : null;
  const head = change?.querySelector<HTMLElement>('.change-head');
  if (!change || !head) return;
  document.querySelector('.origin')?.remove();
  const [whose, heading] = ['.facts li', 'h1'].map(
    (selector) => document.querySelector(`.comparison ${selector}`)?.textContent ?? '',
  );
  const sources = document.createElement('a');
  sources.href = '#_sources';
  sources.textContent = 'Both sources';
  const origin = document.createElement('p');
  origin.className = 'origin aside';
  origin.append(`${whose}. ${heading}. `, sources);
  head.after(origin);
  const goThere = () => {
    head.focus({ preventScroll: true });
    change.scrollIntoView({ block: 'start' });
  };
  // While a page loads the browser goes to its anchor itself, and takes the focus away again.
  if (document.readyState === 'complete') goThere();
  else addEventListener('load', () => setTimeout(goThere), { once: true });
}

addEventListener('hashchange', explainTarget);
explainTarget();
