// Checks this folder offline: node verify.mjs
// Every file is hashed and compared with SHA256SUMS, and evidence.json with both. Needs Node alone.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const hashOf = (file) =>
  createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
const faults = [];
const sums = new Map();

for (const line of readFileSync(join(folder, 'SHA256SUMS'), 'utf8').split('\n').filter(Boolean)) {
  const found = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line);
  if (found) sums.set(found[2], found[1]);
  else faults.push(`SHA256SUMS: a line that is none: ${line}`);
}

const present = readdirSync(folder, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => statSync(join(folder, name)).isFile());
for (const name of present)
  if (name !== 'SHA256SUMS' && !sums.has(name)) faults.push(`${name}: is not listed in SHA256SUMS`);
for (const [name, sum] of sums) {
  if (!present.includes(name)) faults.push(`${name}: is missing`);
  else if (hashOf(name) !== sum) faults.push(`${name}: was altered`);
}

try {
  const evidence = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'));
  for (const text of evidence.texts)
    for (const { file, sha256 } of [text.payload, text.markdown])
      if (sums.get(file) !== sha256) faults.push(`${file}: evidence.json and SHA256SUMS disagree`);
} catch (error) {
  faults.push(`evidence.json: cannot be read: ${error.message}`);
}

for (const fault of faults) console.log(fault);
console.log(faults.length === 0 ? `${sums.size} files are as they were packed.` : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
