/**
 * Single keys, each standing for a control that is on the page anyway. Never while typing, never with a modifier, and a
 * switch turns them off (WCAG 2.1.4); the choice is kept in the browser.
 */

const click = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click();

/** Goes to the breadcrumb above the page. */
function goUp(): void {
  const crumbs = document.querySelectorAll<HTMLAnchorElement>('.crumbs a');
  crumbs[crumbs.length - 1]?.click();
}

/** To the next of the page's views. */
function switchView(): void {
  const views = [...document.querySelectorAll<HTMLInputElement>('input[name=view]')].filter(
    (input) => input.offsetParent !== null,
  );
  const at = views.findIndex((input) => input.checked);
  views[(at + 1) % views.length]?.click();
}

function focusSearch(): void {
  const find = (place: string) => document.querySelector<HTMLInputElement>(`${place} input[type=search]`);
  (find('main') ?? find('.bar'))?.focus();
}

function toggleHelp(): void {
  const help = document.querySelector<HTMLDetailsElement>('#_keys');
  if (!help) return;
  help.open = !help.open;
  if (help.open) help.querySelector('summary')?.focus();
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  '/': focusSearch,
  '?': toggleHelp,
  u: goUp,
  '[': click('a[rel=prev]'),
  ']': click('a[rel=next]'),
  n: click('.stepper [data-step="1"]'),
  p: click('.stepper [data-step="-1"]'),
  a: click('.stepper [data-step="all"]'),
  v: switchView,
  c: click('.cite copy-text button'),
};

function areOn(): boolean {
  try {
    return localStorage.getItem('keys') !== 'off';
  } catch {
    return true;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input:not([type=radio]), select, textarea') !== null
  );
}

const help = document.querySelector<HTMLDetailsElement>('#_keys');
const box = help?.querySelector<HTMLInputElement>('input');
if (help && box) {
  help.hidden = false;
  box.checked = areOn();
  box.addEventListener('change', () => {
    try {
      localStorage.setItem('keys', box.checked ? 'on' : 'off');
    } catch {
      // Without storage the choice lasts for this page: the box itself is asked below.
    }
  });
  document.addEventListener('keydown', (event) => {
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const action = ACTIONS[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
