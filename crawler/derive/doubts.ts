import type { Memento } from '../core/index.ts';

/** The answer to a capture, as far as doubts go. */
export type DoubtedMemento = Pick<Memento, 'statuscode' | 'headers' | 'payload'>;

/** Larger pages of a firewall are not known; what is larger is taken for the site's own. */
const MAX_BLOCK_PAGE_BYTES = 8_192;

/**
 * Why a memento is a firewall's answer to the archive's crawler and not the page, or null. Told by headers, which say it
 * openly, also where the status is 200. Rules: edgi-govdata-archiving/web-monitoring-processing, `web_monitoring/utils.py`.
 */
export function findBlock(memento: DoubtedMemento): string | null {
  const { statuscode, payload } = memento;
  const header = (name: string) => memento.headers[name]?.toLowerCase() ?? '';
  const server = header('server');
  const isError = statuscode >= 400;
  const isShort = payload.length < MAX_BLOCK_PAGE_BYTES;
  if (/challenge|captcha/.test(header('x-amzn-waf-action'))) return 'AWS firewall';
  if (header('cf-mitigated') === 'challenge') return 'Cloudflare challenge';
  if (header('rimon') === 'rwc_block') return 'Rimon filter';
  if (
    server.includes('akamaighost') &&
    isError &&
    payload.length < 1_024 &&
    /no-cache|no-store|max-age=0/.test(header('cache-control'))
  ) {
    return 'Akamai firewall';
  }
  if (server.startsWith('awselb') && (statuscode === 403 || statuscode === 429)) return 'AWS load balancer';
  if (/error from cloudfront/.test(header('x-cache')) && isError && statuscode !== 404) return 'CloudFront';
  if (
    server.includes('cloudflare') &&
    statuscode >= 400 &&
    statuscode < 500 &&
    isShort &&
    titleOf(memento).includes('cloudflare')
  ) {
    return 'Cloudflare';
  }
  if (statuscode === 429 && isShort) return 'rate limit of the site';
  return null;
}

/** Where an HTML document ends; little may follow it. */
const DOCUMENT_END = /<\/html\s*>/i;
const LONGEST_REST = 2_048;

/**
 * Whether the archive's crawler got only the beginning of a response: its record says so (`WARC-Truncated`), or bytes are
 * missing of what the site announced. A document that ends as documents end is whole all the same: some sites miscounted.
 */
export function isCut(memento: DoubtedMemento): boolean {
  if (memento.headers['warc-truncated']) return true;
  if (countMissingBytes(memento) === 0) return false;
  const end = memento.payload.subarray(-LONGEST_REST);
  return !DOCUMENT_END.test(Buffer.from(end).toString('latin1'));
}

/**
 * Bytes that the archive's crawler did not get of a response, by the length that the site announced then; 0 where all
 * are there or nothing can be said. A coded response announces its coded length, which ours cannot be held against.
 */
function countMissingBytes(memento: DoubtedMemento): number {
  const announced = memento.headers['content-length'] ?? '';
  const coding = memento.headers['content-encoding'] ?? '';
  if (!/^\d{1,15}$/.test(announced) || (coding !== '' && coding !== 'identity')) return 0;
  return Math.max(0, Number(announced) - memento.payload.length);
}

function titleOf(memento: DoubtedMemento): string {
  const start = Buffer.from(memento.payload.subarray(0, MAX_BLOCK_PAGE_BYTES)).toString('latin1');
  return /<title[^<>]*>([^<]*)/i.exec(start)?.[1]?.toLowerCase() ?? '';
}
