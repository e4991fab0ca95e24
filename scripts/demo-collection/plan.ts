import { formatDate } from '../../crawler/core/index.ts';
import { UserError } from '../../crawler/errors.ts';
import { eraAt } from './eras.ts';
import type { Company, Era, PlannedCapture, PolicyText, SiteEvent, Stretch } from './model.ts';
import { endOfHistory } from './read-company.ts';
import { renderCapture, renderEvent } from './render-capture.ts';
import { laterBySeconds, spreadTimestamps } from './spread.ts';

/** Every capture of a company's site, in order of time. */
export function planCaptures(company: Company): PlannedCapture[] {
  return [
    ...company.versions.flatMap((version) => planPolicy(company, version)),
    ...planHome(company),
    ...company.pages.flatMap((page) =>
      spreadTimestamps(page, company.gaps, page.captures, `${company.domain} ${page.url}`).map((timestamp) =>
        renderCapture(company, {
          role: 'page',
          url: page.url,
          timestamp,
          title: page.title,
          keys: page.keys,
        }),
      ),
    ),
    ...company.events.flatMap((event) => planEvent(company, event)),
  ].sort(byTimeAndUrl);
}

function planPolicy(company: Company, version: PolicyText): PlannedCapture[] {
  return policyTimestamps(company, version).flatMap((timestamp) => {
    const era = eraAt(company.eras, formatDate(timestamp));
    const shared = { ...version, version: version.id };
    const policy = renderCapture(company, { ...shared, role: 'policy', url: era.policy, timestamp });
    if (era.frame === null) return [policy];
    const soon = laterBySeconds(timestamp, 2);
    return [policy, renderCapture(company, { ...shared, role: 'frame', url: era.frame, timestamp: soon })];
  });
}

function policyTimestamps(company: Company, version: PolicyText): readonly string[] {
  if (typeof version.captures !== 'number') return version.captures;
  const blocked = [...company.gaps, ...stretchesWithout(company, ({ policy }) => policy)];
  const timestamps = spreadTimestamps(version, blocked, version.captures, `${company.domain} ${version.id}`);
  if (timestamps.length === version.captures) return timestamps;
  throw new UserError(
    `${company.domain}: version ${version.id} has no day on which it could be captured.`,
    'Set its "captures" to 0, or move the gap or event that covers its life.',
  );
}

function planHome(company: Company): PlannedCapture[] {
  const first = company.eras[0]!.from;
  const blocked = [...company.gaps, ...stretchesWithout(company, ({ home }) => home)];
  const captures: PlannedCapture[] = [];
  for (let year = Number(first.slice(0, 4)); `${year}-01-01` < endOfHistory; year += 1) {
    const life = {
      from: year === Number(first.slice(0, 4)) ? first : `${year}-01-01`,
      until: `${year + 1}-01-01`,
    };
    const count = eraAt(company.eras, life.from).homeCaptures;
    for (const timestamp of spreadTimestamps(life, blocked, count, `${company.domain} home ${year}`)) {
      const url = eraAt(company.eras, formatDate(timestamp)).home;
      captures.push(renderCapture(company, { role: 'home', url, timestamp, title: company.name, keys: [] }));
    }
  }
  return captures;
}

function planEvent(company: Company, event: SiteEvent): PlannedCapture[] {
  const seed = `${company.domain} ${event.kind} ${event.url} ${event.from}`;
  return spreadTimestamps(event, company.gaps, event.captures, seed).map((timestamp) =>
    renderEvent(company, event, timestamp),
  );
}

/** The stretches in which an event keeps the address in use from showing its page. */
function stretchesWithout(company: Company, addressOf: (era: Era) => string): Stretch[] {
  return company.events.filter(
    (event) =>
      event.kind !== 'moved' &&
      company.eras.some((era, index) => {
        const until = company.eras[index + 1]?.from ?? endOfHistory;
        return addressOf(era) === event.url && era.from < event.until && event.from < until;
      }),
  );
}

function byTimeAndUrl(left: PlannedCapture, right: PlannedCapture): number {
  const leftKey = `${left.timestamp} ${left.url}`;
  const rightKey = `${right.timestamp} ${right.url}`;
  return leftKey < rightKey ? -1 : Number(leftKey > rightKey);
}
