import type { FaultName } from './faults.ts';
import { type Answer, text } from './index-answer.ts';

const NOT_ARCHIVED = 'Hrm.\n\nThe Wayback Machine has not archived that URL.\n';

/** What a fault makes of a good answer: untrue in a way that its status and length do not show. */
export function spoil(
  answer: Answer,
  fault: FaultName | null,
  { target, origin }: { readonly target: string; readonly origin: string },
): Answer {
  switch (fault) {
    case 'index-empty':
      return { ...answer, body: new Uint8Array() };
    case 'index-cut':
      return { ...answer, body: cutInRow(answer.body) };
    case 'garbled':
      return {
        ...answer,
        headers: { ...answer.headers, 'content-encoding': 'gzip' },
        body: garble(answer.body),
      };
    case 'short':
      return { ...answer, body: answer.body.subarray(0, answer.body.length >> 1) };
    case 'missing':
      return text(404, NOT_ARCHIVED);
    case 'loop':
      return loop(target, origin);
    default:
      return answer;
  }
}

/** Up to a place within the row in the middle; a body of one row loses its second half, an empty one nothing. */
function cutInRow(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body);
  const start = bytes.lastIndexOf('\n', bytes.length >> 1) + 1;
  const end = bytes.indexOf('\n', start);
  return bytes.subarray(0, end < 0 ? bytes.length >> 1 : start + Math.max(1, (end - start) >> 1));
}

/** Begins as gzip does and goes on as nothing does; other bytes each time, as on a bad line. */
function garble(body: Uint8Array): Uint8Array {
  const noise = Buffer.alloc(Math.max(64, body.length >> 1), 0x5a);
  for (let k = 0; k < noise.length; k += 7) noise[k] = Math.floor(Math.random() * 256);
  return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), noise]);
}

/** To the same capture an hour on, from where the next fault of the kind may lead back. */
function loop(target: string, origin: string): Answer {
  const [, prefix = '', timestamp = '', rest = ''] = /^(.*\/)(\d{14})(id_\/.*)$/s.exec(target) ?? [];
  const hour = (Number(timestamp.slice(8, 10)) + 1) % 24;
  const other = `${timestamp.slice(0, 8)}${String(hour).padStart(2, '0')}${timestamp.slice(10)}`;
  const location = timestamp === '' ? target : `${origin}${prefix}${other}${rest}`;
  return { status: 302, headers: { location }, body: new Uint8Array() };
}
