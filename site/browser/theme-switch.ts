/** The three-state switch of colours: system, light, dark. Kept in the browser only. */
const select = document.querySelector<HTMLSelectElement>('#_theme');

function readTheme(): string {
  try {
    return localStorage.getItem('theme') ?? 'system';
  } catch {
    return 'system';
  }
}

function applyTheme(theme: string): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Without storage the choice lasts for this page.
  }
}

if (select) {
  select.value = readTheme();
  select.addEventListener('change', () => applyTheme(select.value));
  select.closest('label')?.removeAttribute('hidden');
}
