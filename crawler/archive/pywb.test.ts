/** Archives that speak pywb's dialect: told by a path in their address. */
import { afterEach, expect, it } from 'vitest';
import { closeAll, startArchive, startClient, startScripted } from './test-support.ts';

afterEach(closeAll);

const POLICY = 'https://www.example.com/privacy';
const CAPTURES = Array.from({ length: 24 }, (_, index) => ({
  url: POLICY,
  timestamp: `20100101${String(index >> 1).padStart(2, '0')}0000`,
  status: index % 6 === 5 ? 404 : 200,
  body: `text ${index}`,
}));

async function startPywb() {
  const server = await startArchive(CAPTURES, { pywbCollection: 'coll' });
  return { server, client: startClient(`${server.origin}/coll/`).client };
}

it('lists all pages of an address', async () => {
  const { server, client } = await startPywb();
  const listing = await client.listCaptures({ url: 'example.com/privacy', pageSize: 5 });
  expect([listing.captures.length, listing.complete]).toEqual([24, true]);
  expect(listing.captures[0]).toMatchObject({ original: POLICY, mimetype: 'text/html', statuscode: '200' });
  expect(server.log.every((entry) => entry.target.startsWith('/coll/cdx?'))).toBe(true);
});

it('filters in its dialect', async () => {
  const { server, client } = await startPywb();
  const query = { url: POLICY, from: '2010010103', to: '2010010108' };
  expect(
    (await client.listCaptures({ ...query, filters: ['!statuscode:4..', 'mimetype:text/html'] })).captures,
  ).toHaveLength(10);
  expect((await client.listCaptures({ ...query, filters: ['statuscode:40'] })).captures).toHaveLength(0);
  const asked = new URL(server.log[0]!.target, server.origin);
  expect(asked.searchParams.getAll('filter')).toEqual(['!~status:^(?:4..)$', '~mime:^(?:text/html)$']);
});

it('takes a 404 with a message for no captures', async () => {
  const { client } = await startPywb();
  expect(await client.listCaptures({ url: 'none.example' })).toMatchObject({ captures: [], complete: true });
});

it('makes a full page that cannot be continued a part', async () => {
  const server = await startArchive(
    Array.from({ length: 4 }, (_, index) => ({
      url: `https://example.com/${index}`,
      timestamp: '20100101000000',
      body: `${index}`,
    })),
    { pywbCollection: 'coll' },
  );
  const { client } = startClient(`${server.origin}/coll`);
  const part = await client.listCaptures({ url: 'example.com/*', pageSize: 2 });
  expect([part.captures.length, part.complete]).toEqual([2, false]);
  expect(await client.listCaptures({ url: 'example.com/*' })).toMatchObject({ complete: true });
});

it('accepts what it plays by the time it names, since it plays the nearest capture without a redirect', async () => {
  const { server, client } = await startPywb();
  const near = await client.fetchMemento({ listedTimestamp: '20100101000010', original: POLICY });
  expect(near).toMatchObject({ kind: 'memento', memento: { timestamp: '20100101000000', original: POLICY } });
  const far = await client.fetchMemento({ listedTimestamp: '20120101000000', original: POLICY });
  expect(far).toMatchObject({ kind: 'not-playable', nearest: '20100101110000' });
  expect(server.log.map((entry) => entry.status)).toEqual([200, 200]);
  expect(client.mementoUrl('20100101000000', POLICY)).toBe(
    `${server.origin}/coll/20100101000000id_/${POLICY}`,
  );
});

it.each([
  ['a page', '<html>not found</html>'],
  ['a message', '{"message": "No such collection: typo"}'],
])(
  'does not take an address that is no archive, and says so with %s, for one without captures',
  async (_, body) => {
    const { origin } = await startScripted((_, response) => response.writeHead(404).end(body));
    await expect(startClient(`${origin}/coll`).client.listCaptures({ url: POLICY })).rejects.toMatchObject({
      kind: 'rejected',
    });
  },
);

it('collapses what it lists by itself, since pywb does not: one noisy address hides no other', async () => {
  const noisy = CAPTURES.map(({ timestamp, body }) => ({ url: 'https://example.com/a', timestamp, body }));
  const server = await startArchive([...noisy, ...CAPTURES], { pywbCollection: 'coll' });
  const query = { url: 'example.com/*', collapse: 'urlkey', limit: 5 };
  const { captures } = await startClient(`${server.origin}/coll`).client.listCaptures(query);
  expect(captures.map(({ original }) => original)).toEqual(['https://example.com/a', POLICY]);
});
