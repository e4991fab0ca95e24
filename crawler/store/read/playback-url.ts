/** What an archive is called that plays nothing, and is read out of its WARC files. As in the views. */
const WARC_FILES = 'warc+';

/**
 * Address at which an archive shows a capture, or gives its bytes (mode `id_`); '' where it has none: for imported files, and
 * for an archive that is read out of its WARC files. A pywb collection has a path of its own. As in the views.
 */
export function playbackUrl(archive: string, timestamp: string, mode: '' | 'id_', original: string): string {
  if (archive === '' || archive.startsWith(WARC_FILES)) return '';
  const path = /:\/\/[^/]+\//.test(archive) ? '/' : '/web/';
  return `${archive}${path}${timestamp}${mode}/${original}`;
}
