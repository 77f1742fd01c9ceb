import { z } from 'zod';
import type { Tx } from '#platform/database';

/** Reads go through the pipelined client unless the caller is inside a transaction and hands that over. */
export type Reader = Pick<Tx, 'many' | 'maybe'>;

export const counted = z.object({ count: z.number() });
