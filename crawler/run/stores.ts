/** The store's door to the commands, which speak to the corridor only. */
export {
  explainSqliteError,
  lockStore,
  openStore,
  openStoreReadOnly,
  type Store,
  withoutWriting,
} from '../store/index.ts';
