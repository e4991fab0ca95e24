import type { RequestKind } from './pacing.ts';

/** Failures from so many hosts are no longer the fault of one of them. */
const MANY_HOSTS = 3;

/** What failed in a row, of one kind of request. */
interface Streak {
  readonly paths: Set<string>;
  readonly hosts: Set<string>;
}

/**
 * Tells an archive that is down from single things that it cannot give: counts how many *different* requests of a kind
 * failed since one was answered. The tries of one request count once, however many they are.
 */
export class Breaker {
  readonly #most: number;
  readonly #streaks: Readonly<Record<RequestKind, Streak>> = { cdx: newStreak(), memento: newStreak() };
  readonly #answered: Record<RequestKind, string | null>;

  /** `neutralPath`: a question to the index that any archive answers while it is up. */
  constructor(most: number, neutralPath: string) {
    this.#most = most;
    this.#answered = { cdx: neutralPath, memento: null };
  }

  noteSuccess(kind: RequestKind, path: string): void {
    this.#answered[kind] = path;
    this.clear(kind);
  }

  noteFailure(kind: RequestKind, path: string): void {
    this.#streaks[kind].paths.add(path);
    this.#streaks[kind].hosts.add(hostIn(path));
  }

  /** Forgets the failures: they concern what was asked for, and not the archive. */
  clear(kind: RequestKind): void {
    this.#streaks[kind].paths.clear();
    this.#streaks[kind].hosts.clear();
  }

  /** Whether so much has failed that it must be found out if the archive answers at all. */
  isDoubtful(kind: RequestKind): boolean {
    const { paths, hosts } = this.#streaks[kind];
    if (paths.size < this.#most) return false;
    return this.#answered[kind] !== null || hosts.size >= MANY_HOSTS;
  }

  /** A path that the archive answered before, to be asked again as a test; null where it has answered none yet. */
  testPath(kind: RequestKind): string | null {
    return this.#answered[kind];
  }
}

const newStreak = (): Streak => ({ paths: new Set(), hosts: new Set() });

/** The host that a request is about, as written in its path. */
export function hostIn(path: string): string {
  const about = /(?:[?&]url=|id_\/)([^&]{1,300})/.exec(path)?.[1] ?? path;
  return about
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/')
    .replace(/^https?:\/\//, '')
    .split('/')[0]!;
}
