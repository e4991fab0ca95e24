// Before the first paint, so that nothing flashes. 'system' is the absence of a choice.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's scheme then holds.
}
