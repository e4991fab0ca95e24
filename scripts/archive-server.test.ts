import { spawn } from 'node:child_process';
import { statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { captures, folder, get, server, start, useSite, warc } from './archive-server/test-site.ts';
import { startArchiveServer } from './archive-server.ts';
import { writeWarc } from './warc/write-warc.ts';

useSite();

describe('files', () => {
  it('serves what stands before the cut of a truncated file', async () => {
    const cut = join(folder, 'cut.warc');
    await writeWarc(cut, captures);
    truncateSync(cut, statSync(cut).size - 200);
    await start({ warcs: cut });
    expect(server!.captureCount).toBeGreaterThanOrEqual(captures.length - 1);
    expect(await (await get('/web/20010101000000id_/example.com/privacy')).text()).toBe('first');
  });

  it('serves resource records, which have no headers of then', async () => {
    const path = join(folder, 'resource.warc');
    const record = (type: string, url: string, body: string) =>
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2015-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:${type}>\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}\r\n\r\n`;
    writeFileSync(
      path,
      record('warcinfo', 'urn:x', 'about') + record('resource', 'http://a.example/', 'plain words'),
    );
    await start({ warcs: path });
    expect(server!.captureCount).toBe(1);
    const answer = await get('/web/20150101000000id_/http://a.example/');
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/plain',
      'plain words',
    ]);
  });

  it('takes a whole folder, and says which name is wrong', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'no WARC');
    await start({ warcs: folder });
    expect(server!.captureCount).toBeGreaterThanOrEqual(captures.length);
    await expect(startArchiveServer({ warcs: join(folder, 'gone.warc') })).rejects.toThrow(
      /no file or folder ".*gone\.warc"/,
    );
  });
});

describe('the command', () => {
  async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'archive-server.ts'), ...args]);
    let stdout = '';
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (stdout.startsWith('http://')) child.kill('SIGTERM');
    });
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, stdout, stderr };
  }

  it('prints its address, and ends on a signal', async () => {
    const { code, stdout, stderr } = await run(warc, '--port', '0', '--fault', 'limited:5');
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(stderr).toContain(`${captures.length} captures`);
    expect(code).toBe(0);
  });

  it('says what is wrong and what to do', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as { port: number };
    const cases: [string[], RegExp][] = [
      [[warc, '--port', String(port)], /Port \d+ on 127\.0\.0\.1 is already in use\.\nChoose another/],
      [['gone.warc'], /no file or folder "gone\.warc"/],
      [[], /No WARC file was named/],
      [[warc, '--bogus'], /bogus/],
      [[warc, '--fault', 'gremlins'], /no fault called "gremlins".\nUse one of: limited/],
      [[warc, '--port', 'x'], /--port x is not a number/],
    ];
    for (const [args, expected] of cases) {
      const { code, stderr } = await run(...args);
      expect(stderr).toMatch(expected);
      expect(code).toBe(2);
    }
    blocker.close();
    expect((await run('--help')).stdout).toContain('Usage: npm run archive-server');
  });
});
