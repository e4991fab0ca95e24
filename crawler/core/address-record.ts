/** How a WARC export says which addresses its captures were looked at for; its own import reads that again. */

/** Media type of the record. */
export const ADDRESS_RECORD_TYPE = 'application/vnd.palimpsest.addresses+json';

/** An address of one of a domain's policies, with what speaks for it. */
export interface AddressRecord {
  readonly url: string;
  /** Name of the policy within the domain. */
  readonly policy: string;
  readonly confidence: number;
  readonly evidence: readonly unknown[];
  /** Origin of the archive whose captures these are; '' where none was asked. */
  readonly archive: string;
}

export interface AddressRecords {
  readonly domain: string;
  readonly addresses: readonly AddressRecord[];
}
