/**
 * Before the first paint, where the address asks for a chart: keeps the room of the answer, so that what stands below it
 * does not move when it comes.
 */
if (/[?&](?:q|metric)=[^&]/.test(location.search)) document.documentElement.dataset.asked = 'chart';
