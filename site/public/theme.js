// Before the first paint, so that nothing flashes. 'system' is the absence of a choice.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's scheme then holds.
}
// What answers a question in the address comes after the page: the style sheet keeps its room.
if (/[?&](?:q|left|right)=./.test(location.search)) document.documentElement.dataset.asked = '';
