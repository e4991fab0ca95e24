/** One record that can be listed and played, and where it lies. The first seven fields are the index's own. */
export interface IndexEntry {
  readonly urlkey: string;
  readonly timestamp: string;
  readonly original: string;
  readonly mimetype: string;
  readonly statuscode: string;
  readonly digest: string;
  readonly length: string;
  readonly isRevisit: boolean;
  /** What a revisit names as its original, where it does. */
  readonly refersTo: { readonly url: string; readonly timestamp: string } | null;
  readonly path: string;
  readonly offset: number;
}

/** A record that says of others what they belong to. */
export interface MetadataRecord {
  readonly contentType: string;
  readonly text: string;
}
