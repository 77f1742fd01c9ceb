import { createHash } from 'node:crypto';

/** 22 November 2026, the day the seed was compiled, in Unix milliseconds: the time part of every seeded id. */
const COMPILED_AT_ms = Date.UTC(2026, 10, 22);

export type SeedKind = 'district' | 'odop-entry' | 'gi';

/**
 * The id of a seeded row: a UUID v7 whose time part is fixed and whose random part is a hash of the row's key, so that every
 * installation gives the same district the same id. The key is the published slug, which outlives a change of name.
 */
export function seedId(kind: SeedKind, key: string): string {
  const hash = createHash('sha256').update(`${kind}/${key}`, 'utf8').digest();
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(COMPILED_AT_ms, 0, 6);
  hash.copy(bytes, 6, 0, 10);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
