import { UserError } from '../../crawler/errors.ts';
import { Fields } from './fields.ts';
import type { PolicyText } from './model.ts';
import { applyChanges } from './version-changes.ts';

/**
 * Reads the versions in order: their texts worked out, each living until the next one.
 * @throws UserError for unsorted days, repeated ids, and changes that do not fit the text before.
 */
export function readVersions(values: readonly unknown[], fileName: string, end: string): PolicyText[] {
  const versions: PolicyText[] = [];
  for (const [index, value] of values.entries()) {
    const fields = new Fields(value, `${fileName}, version ${index + 1}`);
    const version = readVersion(fields, versions, end);
    fields.finish();
    const before = versions.at(-1);
    if (before && before.from >= version.from) {
      throw new UserError(
        `${fields.where} begins on ${version.from}, not after ${before.from}.`,
        'Sort the versions.',
      );
    }
    if (before) versions[index - 1] = { ...before, until: version.from };
    versions.push(version);
  }
  return versions;
}

function readVersion(fields: Fields, versions: readonly PolicyText[], end: string): PolicyText {
  const id = fields.text('id');
  const where = `${fields.where} (${id})`;
  if (versions.some((version) => version.id === id)) {
    throw new UserError(`${where}: the id is used twice.`, 'Give every version its own.');
  }
  const before = versions.at(-1);
  const returned = fields.has('sameAs') ? findVersion(fields.text('sameAs'), versions, where) : undefined;
  const model = returned ?? before;
  const keys = returned?.keys ?? readKeys(fields, before, where);
  checkKeyCount(keys, where);
  return {
    id,
    from: fields.day('from'),
    until: end,
    title: fields.text('title', model?.title),
    stated: fields.textOrNull('stated', model?.stated ?? null),
    numbered: fields.flag('numbered', model?.numbered ?? false),
    keys,
    captures: fields.countOrTimestamps('captures', 3),
    note: fields.text('note', ''),
  };
}

function readKeys(fields: Fields, before: PolicyText | undefined, where: string): readonly string[] {
  if (fields.has('clauses')) return fields.texts('clauses');
  const changes = fields.texts('changes');
  if (before) return applyChanges(before.keys, changes, where);
  throw new UserError(`${where}: the first version has nothing to change.`, 'Give its "clauses".');
}

function findVersion(id: string, versions: readonly PolicyText[], where: string): PolicyText {
  const version = versions.find((candidate) => candidate.id === id);
  if (version) return version;
  throw new UserError(`${where}: there is no earlier version ${id}.`, 'Name one in "sameAs".');
}

function checkKeyCount(keys: readonly string[], where: string): void {
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  if (repeated) throw new UserError(`${where}: ${repeated} stands in the text twice.`, 'Place it once.');
  if (keys.length === 0) throw new UserError(`${where}: the text is empty.`, 'Give it clauses.');
}
