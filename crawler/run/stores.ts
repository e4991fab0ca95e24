/** The store's door to the commands, which speak to the corridor only. */
export {
  explainSqliteError,
  hasNoRuns,
  lockStore,
  openStore,
  openStoreReadOnly,
  type Store,
  sealStore,
  withOthersStore,
  withoutWriting,
} from '../store/index.ts';
