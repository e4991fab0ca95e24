/** The store's door to the commands, which speak to the corridor only. */
export { openStore, openStoreReadOnly, type Store } from '../store/open.ts';
