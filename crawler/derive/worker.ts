import { UserError } from '../errors.ts';
import { openStoreReadOnly, type Store } from '../store/index.ts';
import { readLabels } from './label-policy.ts';
import { readCapture } from './read-capture.ts';
import type { Answers, Reply, Task } from './workshop.ts';

/** One thread of a workshop: it reads the store by itself, and writes nothing. */

const stores = new Map<string, Store>();

function storeOf(file: string): Store {
  const known = stores.get(file);
  if (known) return known;
  const store = openStoreReadOnly(file);
  stores.set(file, store);
  return store;
}

async function answer(store: Store, task: Task): Promise<Answers[Task['kind']]> {
  return task.kind === 'capture' ? await readCapture(store, task.captureId) : readLabels(store, task.policy);
}

export default async function work({ file, task }: { file: string; task: Task }): Promise<Reply> {
  try {
    return { answer: await answer(storeOf(file), task) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, remedy, exitCode } = error;
    return { problem: { message, remedy, exitCode } };
  }
}
