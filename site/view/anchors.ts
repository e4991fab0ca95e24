/** Anchors are named in core, since the search file names them too. */
export { nameAnchors } from '../../crawler/core/index.ts';
