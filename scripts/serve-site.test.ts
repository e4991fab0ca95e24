import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UserError } from '../crawler/errors.ts';
import { parsePort, type SiteServer, serveSite } from './serve-site.ts';

let folder: string;
let server: SiteServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-serve-'));
  mkdirSync(join(folder, 'site', 'a'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'site', 'index.html'), 'home');
  writeFileSync(join(folder, 'site', '404.html'), 'nothing here');
  writeFileSync(join(folder, 'site', 'a', 'index.html'), 'page a');
  writeFileSync(join(folder, 'site', 'a', 'index.md'), '# a');
  server = await serveSite({ folder: join(folder, 'site'), port: 0, base: '/deep' });
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string) => fetch(new URL(path, server.url), { redirect: 'manual' });

test('serves files, folders by their index, and the 404 page for the rest', async () => {
  expect(await (await get('/deep/')).text()).toBe('home');
  const page = await get('/deep/a/');
  expect(await page.text()).toBe('page a');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await get('/deep/a/index.md')).headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  const missing = await get('/deep/b/');
  expect([missing.status, await missing.text()]).toEqual([404, 'nothing here']);
});

test('leads to the address with its last stroke', async () => {
  expect((await get('/deep/a')).headers.get('location')).toBe('/deep/a/');
  expect((await get('/deep')).headers.get('location')).toBe('/deep/');
});

test.each(['/deep/%2e%2e/secret.txt', '/deep/..%2fsecret.txt', '/deep/%00', '/deep/%E0%A4%A', '/a/'])(
  '%s leads nowhere',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test('a port in use, a folder without a site and a port that is none are said plainly', async () => {
  const port = Number(new URL(server.url).port);
  await expect(serveSite({ folder: join(folder, 'site'), port })).rejects.toThrow(`port ${port} is in use`);
  await expect(serveSite({ folder: join(folder, 'none'), port: 0 })).rejects.toThrow(UserError);
  expect(() => parsePort('70000')).toThrow('--port 70000 is no port');
  expect(() => parsePort('x')).toThrow(UserError);
  expect(parsePort('0')).toBe(0);
});
