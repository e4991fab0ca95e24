import { randomUUID } from 'node:crypto';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { SharedTurns } from '../../archive/index.ts';
import type { Connection } from './engine.ts';

/** After so long a turn is over whose holder has not said that it wrote: it died, or lost the server. */
const TURN_MS = 5_000;
/** How often who waits for another's turn to end looks again. */
const LOOK_MS = 20;

/** Takes the turn of KEYS[1] for the token ARGV[1]: 0, or the milliseconds to wait, or -1 while another has it. */
const TAKE = `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local kept = redis.call('HMGET', KEYS[1], 'opens', 'holder', 'ends')
local opens = tonumber(kept[1] or 0)
if kept[2] and kept[2] ~= ARGV[1] then
  local ends = tonumber(kept[3])
  if ends > now then return -1 end
  opens = math.max(opens, ends)
end
if opens > now then return opens - now end
redis.call('HSET', KEYS[1], 'holder', ARGV[1], 'ends', now + ARGV[2])
return 0`;

/** Ends the turn of the token ARGV[1]; the next may be taken after ARGV[2] milliseconds. */
const WRITTEN = `
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return 0 end
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local opens = math.max(tonumber(redis.call('HGET', KEYS[1], 'opens') or 0), now + math.ceil(ARGV[2]))
redis.call('HSET', KEYS[1], 'opens', opens)
return redis.call('HDEL', KEYS[1], 'holder', 'ends')`;

/** Lets nobody have a turn for ARGV[1] milliseconds. */
const HOLD = `
local clock = redis.call('TIME')
local opens = clock[1] * 1000 + math.floor(clock[2] / 1000) + ARGV[1]
if tonumber(redis.call('HGET', KEYS[1], 'opens') or 0) < opens then redis.call('HSET', KEYS[1], 'opens', opens) end
return 0`;

/**
 * Turns kept in Redis, for all who reach an archive from one network address: to the archive they are one. The clock is
 * the server's. `address`: what these hosts call their address.
 */
export function shareTurns(connection: Connection, address: string, archive: string): SharedTurns {
  const keyOf = (kind: string) =>
    `palimpsest:turns:${address}:${URL.parse(archive)?.host ?? archive}:${kind}`;
  return {
    async take(kind, intervalMs, end) {
      const token = randomUUID();
      const key = keyOf(kind);
      for (;;) {
        end.throwIfAborted();
        const waitMs = Number(await connection.eval(TAKE, 1, key, token, TURN_MS));
        if (waitMs === 0) break;
        await sleepFor(waitMs < 0 ? LOOK_MS : waitMs, undefined, { signal: end }).catch(() => {});
      }
      // Where the server is gone meanwhile the turn ends by itself.
      return { written: () => void connection.eval(WRITTEN, 1, key, token, intervalMs).catch(() => {}) };
    },
    hold(waitMs) {
      for (const kind of ['cdx', 'memento'])
        void connection.eval(HOLD, 1, keyOf(kind), Math.ceil(waitMs)).catch(() => {});
    },
  };
}
