import { exitCodes, UserError } from '../errors.ts';
import type { Normalization } from '../normalize/index.ts';
import {
  type DerivedNormalization,
  readMemento,
  readPayload,
  type Store,
  takesAnyText,
} from '../store/index.ts';
import { normalizeMemento } from './payload-stage.ts';
import { todaysRules } from './rules.ts';
import { deriveText } from './text-stage.ts';

/** What the store keeps of a normalization. */
function deriveNormalization(normalization: Normalization): DerivedNormalization {
  const { outcome, reason, title, language, statedDate, flags, removed, follow, markdown } = normalization;
  const rules = todaysRules();
  const text = outcome === 'version' ? deriveText(markdown, rules.text) : null;
  return {
    ...{ outcome, reason, title, language, statedDate, flags, removed, follow, text },
    payloadRules: rules.payload,
  };
}

function unpackPayload(store: Store, id: number): Buffer {
  try {
    return readPayload(store, id);
  } catch (error) {
    throw new UserError(
      `payload ${id} in ${store.name} is damaged: ${(error as Error).message}`,
      'See what else is with `palimpsest check`, and restore the store from a copy.',
      exitCodes.store,
    );
  }
}

/** What is read of a capture's payload; null where it has none. Writes nothing. */
export async function readCapture(store: Store, captureId: number): Promise<DerivedNormalization | null> {
  const memento = readMemento(store, captureId);
  if (!memento) return null;
  const payload = unpackPayload(store, memento.payloadId);
  return deriveNormalization(await normalizeMemento(memento, payload, takesAnyText(store, captureId)));
}
