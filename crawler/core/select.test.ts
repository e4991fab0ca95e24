import { describe, expect, it } from 'vitest';
import { type Holding, isGoodStatus, selectCaptures } from './select.ts';

const EMPTY = '3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ';

/** `A` a page with digest A, `-A` a revisit of it, `404A`, `301A` such answers, `A:image/png` another type. */
function row(notation: string) {
  const [, status = '', digest = '', mimetype = 'text/html'] = /^(-|\d{3})?([A-Z0-9-]+)(?::(.*))?$/.exec(
    notation,
  )!;
  return {
    statuscode: status === '' ? '200' : status,
    mimetype: status === '-' ? 'warc/revisit' : mimetype,
    digest,
  };
}

/** `fetch`, `= n` for a duplicate of n, or the reason of skipping, for each row. */
function choose(rows: string, holdings: Record<number, Holding> = {}): string[] {
  const choices = selectCaptures(rows.split(' ').map(row), (index) => holdings[index] ?? 'open');
  return choices.map((choice) =>
    choice.action === 'duplicate' ? `= ${choice.of}` : choice.action === 'skip' ? choice.reason : 'fetch',
  );
}

describe('choosing what to fetch', () => {
  it('takes one capture of each digest, wherever the others stand', () => {
    expect(choose('A B A B A')).toEqual(['fetch', 'fetch', '= 0', '= 1', '= 0']);
  });

  it('takes revisits as observations, and fetches one whose original is not listed', () => {
    expect(choose('A -A -B -B')).toEqual(['fetch', '= 0', 'fetch', '= 2']);
  });

  it('skips revisits of what was an error or a redirect', () => {
    expect(choose('404A -A 301B -B')).toEqual(['error-status', 'error-status', 'redirect', 'redirect']);
    expect(choose('404A A -A')).toEqual(['error-status', 'fetch', '= 1']);
  });

  it.each(['-', '0', '-1', '200', '304'])('takes a revisit for one whatever its status: %s', (statuscode) => {
    const page = { statuscode: '200', mimetype: 'text/html', digest: 'A', urlkey: 'example,a)/' };
    const revisit = { ...page, statuscode, mimetype: 'warc/revisit' };
    expect(selectCaptures([page, revisit])).toEqual([{ action: 'fetch' }, { action: 'duplicate', of: 0 }]);
    const unknown = { ...revisit, digest: 'B' };
    expect(selectCaptures([page, unknown])[1]).toEqual({ action: 'fetch' });
  });

  it('takes "not modified" for what was seen there last', () => {
    const page = { statuscode: '200', mimetype: 'text/html', digest: 'A', urlkey: 'example,a)/' };
    const other = { ...page, digest: 'B', urlkey: 'example,a)/other' };
    const same = { ...page, statuscode: '304', digest: EMPTY };
    expect(selectCaptures([same, page, other, same, { ...same, mimetype: 'warc/revisit' }])).toEqual([
      { action: 'skip', reason: 'redirect' },
      { action: 'fetch' },
      { action: 'fetch' },
      { action: 'duplicate', of: 1 },
      { action: 'duplicate', of: 1 },
    ]);
  });

  it('never takes the digest of nothing for a page', () => {
    expect(choose(`${EMPTY} -${EMPTY} 301${EMPTY}`)).toEqual(['empty-digest', 'empty-digest', 'redirect']);
  });

  it('skips other media', () => {
    expect(choose('A:image/png B:application/pdf C:unk D:text/html;charset=utf-8 E:image/pdf')).toEqual([
      'media-type',
      'fetch',
      'fetch',
      'fetch',
      'fetch',
    ]);
  });

  it('takes success of any number for a page, but for answers without one or with a part', () => {
    expect(['200', '201', '202', '203', '218', '226'].map(isGoodStatus)).not.toContain(false);
    expect(['204', '205', '206', '207', '208', '100', '304', '404', '-'].map(isGoodStatus)).not.toContain(
      true,
    );
  });

  it('takes the next capture of a digest where the archive refuses the first', () => {
    expect(choose('A A A', { 0: 'refused' })).toEqual(['fetch', 'fetch', '= 1']);
  });

  it('keeps to the payload that is held, even if it is not the first', () => {
    expect(choose('A A A', { 1: 'held' })).toEqual(['= 1', 'fetch', '= 1']);
  });
});
