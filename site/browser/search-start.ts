import { askWorker } from './search-connection.ts';

/**
 * Begins the search page. Where its address holds a question the search file is opened at once, while the rest of the
 * page's script is still on its way.
 */
if (new URLSearchParams(location.search).get('q')?.trim()) askWorker(0, null);
void import('./search-clauses.ts');
