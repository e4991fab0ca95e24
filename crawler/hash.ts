import { createHash } from 'node:crypto';

/** Lower-case hex SHA-256 of bytes, or of the UTF-8 bytes of a text. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 SHA-1, as the archive's index writes a payload's digest. */
export function base32Sha1(data: Uint8Array): string {
  return base32(createHash('sha1').update(data).digest());
}

/** Bytes in the alphabet of RFC 4648, without padding: how WARC files and the index write SHA-1, 32 characters long. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]!).join('');
}
