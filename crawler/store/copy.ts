import type { Store } from './open.ts';

/** Writes a copy of the store to `file`, which must not exist: compact, and the same bytes for the same content. */
export function copyStore(store: Store, file: string): void {
  store.prepare('vacuum into ?').run(file);
}
