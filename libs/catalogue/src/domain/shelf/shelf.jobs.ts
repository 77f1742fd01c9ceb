import { z } from 'zod';
import { job } from '#platform/kernel';

/** Goes on with the goods of a maker on the shelf, after a listing. `turn` tells one going-over from the next. */
export const ShelveMakerJob = job('catalogue.shelve-maker', {
  payload: z.strictObject({ sellerId: z.uuid(), after: z.uuid().nullable(), turn: z.uuid() }),
  key: (p) => `${p.turn}-${p.sellerId}-${p.after ?? 'first'}`,
});
