import type { Tx } from '#platform/database';

/** Reads go through the pipelined client unless the caller is inside a transaction and hands that over. */
export type Reader = Pick<Tx, 'many' | 'maybe'>;

/** A search text as a LIKE pattern that finds it anywhere, its own wildcards taken literally. */
export function likeAnywhere(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}
