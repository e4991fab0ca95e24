import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { formatInstant } from '../crawler/core/index.ts';
import { rulesVersions, step, version, versionGround, versionRelease } from './store.ts';
import { publicAddress } from './view/addresses.ts';
import { changeTwin } from './view/comparison/change-page.ts';
import verifyNode from './view/evidence/verify.mjs?raw';
import verifyPython from './view/evidence/verify.py.txt?raw';
import { writeZip, type ZipEntry } from './view/evidence/zip.ts';
import type { PolicyName } from './view/model.ts';
import { versionRecord } from './view/policy/version-page.ts';

/** Evidence: all that a version, a change or a clause rests on, in one ZIP that is checked with Node or Python alone. */

/** A file before it is packed. */
interface EvidenceFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const asJson = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

function pack({ name, bytes }: EvidenceFile): ZipEntry {
  const deflated = deflateRawSync(bytes, { level: 9 });
  const isDeflated = deflated.length < bytes.length;
  return { name, stored: isDeflated ? deflated : bytes, isDeflated, size: bytes.length, crc: crc32(bytes) };
}

const README = `What this is
============

One text, or several, of a company's policy, as an archive captured it, with all that Palimpsest holds to prove it.

evidence.json   what it is, from which capture, when it was retrieved, by which rules the text was made
payload         the bytes of the archive's answer, unchanged; removed ones are empty
text.md         the policy's own text as normalized from them
answer.json     the headers of the archive's answer, and the redirects that led to it
SHA256SUMS      hashes of all files

Check that nothing was altered, without any network, with either of:

    node verify.mjs
    python3 verify.py

Each text names the archive's own address of the capture: the archive's copy is the reference.
`;

const sums = (parts: readonly EvidenceFile[]): Buffer =>
  Buffer.from(parts.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join(''));

/** The ZIP of the parts, with the verifiers and the hashes of everything. */
function seal(parts: readonly EvidenceFile[]): Uint8Array {
  const all = [
    ...parts,
    { name: 'README.txt', bytes: Buffer.from(README) },
    { name: 'verify.mjs', bytes: Buffer.from(verifyNode) },
    { name: 'verify.py', bytes: Buffer.from(verifyPython) },
  ];
  return writeZip([...all, { name: 'SHA256SUMS', bytes: sums(all) }].map(pack));
}

/** How a payload's file is named: a browser and a reader know what it is. */
function endingOf(contentType: string | null): string {
  if (contentType === null || /html/i.test(contentType)) return 'html';
  if (/pdf/i.test(contentType)) return 'pdf';
  return /^text\//i.test(contentType) ? 'txt' : 'bin';
}

/** A version's files in a folder of their own, and what `evidence.json` says of them. */
function gatherText({ domain, policy }: PolicyName, number: number, folder: string) {
  const text = version(domain, policy, number);
  const ground = versionGround(domain, policy, number);
  const payload = {
    name: `${folder}payload.${endingOf(ground.contentType)}`,
    bytes: Buffer.from(ground.payload, 'base64'),
  };
  const markdown = { name: `${folder}text.md`, bytes: Buffer.from(text.markdown) };
  const answer = {
    name: `${folder}answer.json`,
    bytes: asJson({ headers: JSON.parse(ground.headers), hops: JSON.parse(ground.hops) }),
  };
  const about = {
    ...versionRecord({ domain, policy }, text),
    address: publicAddress(String(versionRecord({ domain, policy }, text).address)),
    stated_date_words: text.statedDate?.words ?? null,
    capture: {
      timestamp: text.timestamp && formatInstant(text.timestamp),
      original: text.original,
      memento_url: text.mementoUrl,
      raw_url: text.rawUrl,
      archive: ground.archive,
      archive_digest: ground.digest,
      status: ground.statuscode,
      content_type: ground.contentType,
      retrieved_at: ground.retrievedAt,
    },
    payload: { file: payload.name, sha256: sha256(payload.bytes), bytes: payload.bytes.length },
    markdown: { file: markdown.name, sha256: sha256(markdown.bytes), bytes: markdown.bytes.length },
  };
  return { about, parts: [payload, markdown, answer] };
}

/** Who packed it, and by which rules its texts and comparisons were made. */
const maker = (release: string) => ({ made_by: 'Palimpsest', release, rules: rulesVersions() });

/** The evidence of a version. */
export function versionEvidence(name: PolicyName, number: number): Uint8Array {
  const { about, parts } = gatherText(name, number, '');
  const evidence = {
    kind: 'version',
    ...maker(versionRelease(name.domain, name.policy, number)),
    texts: [about],
  };
  return seal([{ name: 'evidence.json', bytes: asJson(evidence) }, ...parts]);
}

/** The evidence of a change: both texts, and what the comparison says of them. */
export function changeEvidence(name: PolicyName, left: number, right: number): Uint8Array {
  const { domain, policy } = name;
  const texts = [gatherText(name, left, 'left/'), gatherText(name, right, 'right/')];
  const change = changeTwin(
    name,
    step(domain, policy, right),
    version(domain, policy, left),
    version(domain, policy, right),
  );
  const evidence = {
    kind: 'change',
    ...maker(versionRelease(domain, policy, right)),
    texts: texts.map(({ about }) => about),
  };
  return seal([
    { name: 'evidence.json', bytes: asJson(evidence) },
    { name: 'change.json', bytes: asJson(change) },
    ...texts.flatMap(({ parts }) => parts),
  ]);
}
