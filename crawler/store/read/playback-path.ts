/** What stands between an archive's address and a timestamp; a pywb collection has a path of its own. As in the views. */
export function playbackPath(archive: string): string {
  return /:\/\/[^/]+\//.test(archive) ? '/' : '/web/';
}
