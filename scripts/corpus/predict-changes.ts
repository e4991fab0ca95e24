import { openStoreReadOnly } from '../../crawler/store/index.ts';
import type { CorpusWarc } from '../corpus-to-warc.ts';

/** What the store says of one capture of the corpus, in the form its scorer reads. */
export interface Prediction {
  readonly service: string;
  readonly type: string;
  readonly timestamp: string;
  /** The text hash of the capture's version; null where the store holds no policy for the capture. */
  readonly version: string | null;
}

/** Looks every capture of a named document up in the store, by address and time. */
export function predictChanges(store: string, warcs: readonly CorpusWarc[]): Prediction[] {
  const database = openStoreReadOnly(store);
  try {
    const find = database
      .prepare(
        `select v.text_hash from v_captures c
         left join v_versions v on v.domain = c.domain and v.policy = c.policy and v.version = c.version
         where c.domain = :domain and c.original = :url and c.timestamp = :timestamp`,
      )
      .pluck();
    return warcs.flatMap(({ domain, captures }) =>
      captures.flatMap(({ service, type, url, timestamp }) => {
        if (service === null || type === null) return [];
        const version = (find.get({ domain, url, timestamp }) as string | null | undefined) ?? null;
        return { service, type, timestamp, version };
      }),
    );
  } finally {
    database.close();
  }
}
