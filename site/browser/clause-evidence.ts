import { crcOf, readZip } from '../view/evidence/read-zip.ts';
import { writeZip, type ZipEntry } from '../view/evidence/zip.ts';
import { saveFile } from './save-file.ts';

/** What `evidence.json` of a version says, as far as it is changed here. */
interface EvidenceFiles {
  readonly texts: { payload: { file: string }; markdown: { file: string } }[];
}

/** Files that every evidence has for itself. */
const OWN = ['evidence.json', 'README.txt', 'verify.mjs', 'verify.py', 'SHA256SUMS'];

const encoder = new TextEncoder();

async function readText({ stored, isDeflated }: ZipEntry): Promise<string> {
  const body = new Blob([new Uint8Array(stored)]).stream();
  return new Response(isDeflated ? body.pipeThrough(new DecompressionStream('deflate-raw')) : body).text();
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** A version's evidence as a folder of the clause's: its files, their lines of hashes, and what is said of its text. */
async function takeVersion(address: string, folder: string) {
  const entries = readZip(await fetchBytes(address));
  const read = (name: string) => readText(entries.find((entry) => entry.name === name)!);
  const evidence = JSON.parse(await read('evidence.json')) as EvidenceFiles;
  for (const { payload, markdown } of evidence.texts) {
    payload.file = folder + payload.file;
    markdown.file = folder + markdown.file;
  }
  const lines = (await read('SHA256SUMS')).split('\n').filter(Boolean);
  const named = lines.map((line) => ({ hash: line.slice(0, 64), name: line.slice(66) }));
  return {
    evidence,
    files: entries
      .filter(({ name }) => !OWN.includes(name))
      .map((entry) => ({ ...entry, name: folder + entry.name })),
    sums: named
      .filter(({ name }) => !OWN.includes(name))
      .map(({ hash, name }) => `${hash}  ${folder}${name}`),
    shared: entries.filter(({ name }) => ['README.txt', 'verify.mjs', 'verify.py'].includes(name)),
    sharedSums: named
      .filter(({ name }) => ['README.txt', 'verify.mjs', 'verify.py'].includes(name))
      .map(({ hash, name }) => `${hash}  ${name}`),
  };
}

function makeEntry(name: string, text: string): ZipEntry {
  const stored = encoder.encode(text);
  return { name, stored, isDeflated: false, size: stored.length, crc: crcOf(stored) };
}

/** One ZIP of the evidence of all versions that a clause's wordings stand in, with the clause's own history. */
async function gather(
  clause: string,
  versions: readonly { address: string; slug: string }[],
): Promise<Uint8Array> {
  const taken = [];
  for (const { address, slug } of versions)
    taken.push(await takeVersion(`${address}evidence.zip`, `${slug}/`));
  const [first] = taken;
  if (!first) throw new Error('the clause stands in no version');
  const own = [
    makeEntry(
      'evidence.json',
      `${JSON.stringify({ ...first.evidence, kind: 'clause', texts: taken.flatMap(({ evidence }) => evidence.texts) }, null, 1)}\n`,
    ),
    makeEntry('clause.json', new TextDecoder().decode(await fetchBytes(`${clause}index.json`))),
  ];
  const ownSums: string[] = [];
  for (const { name, stored } of own) ownSums.push(`${await hashOf(stored)}  ${name}`);
  const lines = [...ownSums, ...taken.flatMap(({ sums }) => sums), ...first.sharedSums];
  return writeZip([
    ...own,
    ...taken.flatMap(({ files }) => files),
    ...first.shared,
    makeEntry('SHA256SUMS', `${lines.join('\n')}\n`),
  ]);
}

/** `<clause-evidence>`: puts the evidence of the versions linked inside into one ZIP. Without it each is a ZIP of its own. */
class ClauseEvidence extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Evidence of this clause as one ZIP';
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    status.className = 'aside';
    button.addEventListener('click', () => void this.save(status));
    this.append(button, ' ', status);
  }

  private async save(status: HTMLElement): Promise<void> {
    status.textContent = 'Gathering…';
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href$="evidence.zip"]')];
    const versions = links.map((link) => ({
      address: link.href.replace(/evidence\.zip$/, ''),
      slug: link.textContent.trim(),
    }));
    try {
      const zip = await gather(location.pathname, versions);
      saveFile('evidence.zip', new Uint8Array(zip), 'application/zip');
      status.textContent = 'Saved.';
    } catch (error) {
      status.textContent = `It could not be gathered: ${(error as Error).message}. Each version’s is linked above.`;
    }
  }
}

customElements.define('clause-evidence', ClauseEvidence);
