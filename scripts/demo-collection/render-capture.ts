import { formatDate } from '../../crawler/core/index.ts';
import { churnValues } from './churn-values.ts';
import { eraAt } from './eras.ts';
import { redirectHeaders, responseHeaders } from './http-headers.ts';
import { parseInlines } from './inline.ts';
import { renderErrorPage } from './markup/error-page.ts';
import { renderFrame } from './markup/frameset.ts';
import { rendererOf } from './markup/index.ts';
import { renderParkedPage } from './markup/parked-page.ts';
import type { Block, CaptureRole, Company, Era, PageToRender, PlannedCapture, SiteEvent } from './model.ts';
import { numberSections } from './number-sections.ts';
import { encodeText, typeQuotes } from './text-bytes.ts';

/** A page of the site as somebody asked for it at a second. */
export interface PageRequest {
  readonly role: CaptureRole;
  readonly url: string;
  readonly timestamp: string;
  readonly title: string;
  readonly keys: readonly string[];
  readonly stated?: string | null;
  readonly numbered?: boolean;
  readonly version?: string;
}

/** Puts a page into the markup of its time and wraps it in the headers of its time. */
export function renderCapture(company: Company, request: PageRequest): PlannedCapture {
  const era = eraAt(company.eras, formatDate(request.timestamp));
  const isPolicy = request.role === 'policy' || request.role === 'frame';
  const look = isPolicy ? era.look : era.chrome;
  const written = request.keys.flatMap((key) => company.clauses.get(key) ?? []);
  const blocks = request.role === 'home' ? homeBlocks(era) : written;
  const page: PageToRender = {
    kind: isPolicy ? 'policy' : request.role === 'home' ? 'home' : 'text',
    url: request.url,
    companyName: company.name,
    title: request.title,
    stated: request.stated ?? null,
    blocks: request.numbered ? numberSections(blocks) : blocks,
    era,
    churn: churnValues(era, request.url, request.timestamp),
  };
  const text = request.role === 'frame' ? renderFrame(page) : rendererOf(look)(page);
  const payload = encodeText(typeQuotes(text, era.quotes), era.charset);
  const mimetype = look === 'plain-text' ? 'text/plain' : 'text/html';
  return {
    url: request.url,
    timestamp: request.timestamp,
    role: request.role,
    look,
    version: request.version ?? null,
    status: 200,
    headers: responseHeaders(era, request.timestamp, mimetype, page.churn.session, payload.length),
    payload,
  };
}

function homeBlocks(era: Era): readonly Block[] {
  return era.blurbs.map((blurb) => ({ kind: 'paragraph', inlines: parseInlines(blurb) }));
}

/** What an address answers while an event lasts. */
export function renderEvent(company: Company, event: SiteEvent, timestamp: string): PlannedCapture {
  const era = eraAt(company.eras, formatDate(timestamp));
  const churn = churnValues(era, event.url, timestamp);
  const shared = {
    url: event.url,
    timestamp,
    role: event.kind,
    look: era.chrome,
    version: null,
    status: event.status,
  };
  if (event.kind === 'moved') {
    const headers = redirectHeaders(era, timestamp, event.to ?? '');
    return { ...shared, headers, payload: new Uint8Array() };
  }
  const text = eventPage(company, event, era, churn);
  const payload = encodeText(typeQuotes(text, era.quotes), era.charset);
  return {
    ...shared,
    headers: responseHeaders(era, timestamp, 'text/html', churn.session, payload.length),
    payload,
  };
}

function eventPage(company: Company, event: SiteEvent, era: Era, churn: PageToRender['churn']): string {
  if (event.kind === 'parked') return renderParkedPage(new URL(event.url).hostname, event.text, churn);
  if (event.kind === 'error') return renderErrorPage(event.status, event.url, event.text);
  const sentence = event.text ?? 'Sorry, we could not find the page you asked for. It may have moved.';
  return rendererOf(era.chrome)({
    kind: 'text',
    url: event.url,
    companyName: company.name,
    title: 'Page not found',
    stated: null,
    blocks: [{ kind: 'paragraph', inlines: parseInlines(sentence) }],
    era,
    churn,
  });
}
