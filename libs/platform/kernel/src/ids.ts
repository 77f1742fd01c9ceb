import { createHash, randomFillSync } from 'node:crypto';
import { V7Generator } from 'uuidv7';

/** Random numbers in stock: asking the system for each id would cost more than the id. */
const stock = new Uint32Array(1024);
let left = 0;
function nextUint32(): number {
  if (left === 0) left = randomFillSync(stock).length;
  return stock[--left]!;
}

const ids = new V7Generator({ nextUint32 });

/** A new key: UUID version 7, so that rows made later sort later. Made here, never in the database. */
export const newId = (): string => ids.generate().toString();

/**
 * The same id for the same words, always: the key under which a repeated step finds its first effect.
 * A UUID of version 8 over SHA-256.
 */
export function namedId(...words: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(words)).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
