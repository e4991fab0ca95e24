import { createHash } from 'node:crypto';

/** Lower-case hex SHA-256 of bytes, or of the UTF-8 bytes of a text. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 SHA-1, as the archive's index writes a payload's digest (RFC 4648, no padding: 160 bits are 32 characters). */
export function base32Sha1(data: Uint8Array): string {
  const bits = [...createHash('sha1').update(data).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return bits.replace(/.{5}/g, (five) => BASE32[Number.parseInt(five, 2)]!);
}
