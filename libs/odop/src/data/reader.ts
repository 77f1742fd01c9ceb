import { z } from 'zod';
import type { Tx } from '#platform/database';

/** Reads go through the pipelined client unless the caller is inside a transaction and hands that over. */
export type Reader = Pick<Tx, 'many' | 'maybe'>;

export const counted = z.object({ count: z.number() });

/** A search text in small letters, and as a LIKE pattern that finds it anywhere, its own wildcards taken literally. */
export function searched(text: string | undefined): [text: string | null, pattern: string | null] {
  if (text === undefined) return [null, null];
  const small = text.toLowerCase();
  return [small, `%${small.replace(/[\\%_]/g, '\\$&')}%`];
}
