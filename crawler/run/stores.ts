/** The store's door to the commands, which speak to the corridor only. */
export { lockStore } from '../store/lock.ts';
export {
  explainSqliteError,
  openStore,
  openStoreReadOnly,
  type Store,
  withoutWriting,
} from '../store/open.ts';
