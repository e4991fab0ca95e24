import type { Store } from '../open.ts';

/** What SQLite itself finds wrong with the file. */
export function listIntegrityProblems(store: Store): string[] {
  const found = store.pragma('integrity_check') as { integrity_check: string }[];
  const broken = store.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  return [
    ...found.map((row) => row.integrity_check).filter((message) => message !== 'ok'),
    ...broken.map((row) => `${row.table} row ${row.rowid} refers to a missing row of ${row.parent}`),
  ];
}

/** Payloads with what they must come to; those whose bytes were taken out on request are left out. */
export function listPayloadHashes(store: Store): { id: number; hash: string; lengthBytes: number }[] {
  return store
    .prepare(
      'select id, hash, length_bytes as lengthBytes from payloads where length(stored) > 0 order by id',
    )
    .all() as { id: number; hash: string; lengthBytes: number }[];
}

export interface TextHashes {
  readonly id: number;
  readonly markdownHash: string;
  readonly textHash: string;
  /** Version of the rules that cut it. */
  readonly textRules: string;
}

export function listTextHashes(store: Store): TextHashes[] {
  return store
    .prepare(
      `select id, markdown_hash as markdownHash, text_hash as textHash, text_rules as textRules from texts order by id`,
    )
    .all() as TextHashes[];
}

/** Statements that must find nothing, each with what it would mean. */
const IMPOSSIBLE: readonly (readonly [string, string])[] = [
  ['version whose first capture lies after its last', 'select id from versions where first_seen > last_seen'],
  [
    'version that begins before the one before it ended',
    'select id from versions where changed_after is not null and changed_after > first_seen',
  ],
  [
    'version that cites a memento outside its span',
    `select v.id from versions v join captures c on c.id = v.capture_id
     left join mementos m on m.capture_id = c.id left join citations q on q.version_id = v.id
     left join captures qc on qc.id = q.capture_id
     where v.first_seen is not null and c.timestamp is not null
       and coalesce(qc.timestamp, m.timestamp, c.timestamp) not between
         replace(replace(replace(replace(v.first_seen, '-', ''), ':', ''), 'T', ''), 'Z', '')
         and replace(replace(replace(replace(v.last_seen, '-', ''), ':', ''), 'T', ''), 'Z', '')`,
  ],
  [
    'version without captures',
    `select id from versions v where not exists (select 1 from outcomes o where o.version_id = v.id)`,
  ],
  [
    'version whose capture count is wrong',
    `select id from versions v
     where capture_count <> (select count(*) from outcomes o where o.version_id = v.id)`,
  ],
  [
    'version equal to the one before it',
    `select b.id from versions a join versions b on b.policy_id = a.policy_id and b.version = a.version + 1
     join texts s on s.id = a.text_id join texts t on t.id = b.text_id
     where s.text_hash = t.text_hash and b.first_seen is not null`,
  ],
  ...(
    [
      ['addresses', 'evidence', 'id'],
      ['crawls', 'options', 'id'],
      ['mementos', 'headers', 'capture_id'],
      ['mementos', 'hops', 'capture_id'],
      ['normalizations', 'stated_date', 'capture_id'],
      ['normalizations', 'flags', 'capture_id'],
      ['normalizations', 'removed', 'capture_id'],
      ['contexts', 'heading_path', 'id'],
      ['comparisons', 'matches', 'id'],
      ['comparisons', 'counts', 'id'],
      ['changes', 'left_positions', 'comparison_id'],
      ['changes', 'right_positions', 'comparison_id'],
      ['changes', 'spans', 'comparison_id'],
    ] as const
  ).map(
    ([table, column, id]) =>
      [
        `row of ${table} whose ${column} is no JSON`,
        `select ${id} from ${table} where ${column} is not null and not json_valid(${column})`,
      ] as const,
  ),
  [
    'capture with a memento and a failure',
    'select capture_id as id from mementos join failures using (capture_id)',
  ],
];

/** Rows that contradict each other, each as one sentence. Where the file is damaged, so is what can be asked of it. */
export function listContradictions(store: Store): string[] {
  return IMPOSSIBLE.flatMap(([meaning, sql]) => {
    try {
      return (store.prepare(sql).pluck().all() as number[]).map((id) => `${meaning}: id ${id}`);
    } catch (error) {
      return [`cannot be asked for a ${meaning}: ${(error as Error).message}`];
    }
  });
}
