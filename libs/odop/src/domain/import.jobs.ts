import { z } from 'zod';
import { job } from '#platform/kernel';

/** Reads an uploaded list into the register; goes on where it was cut short. */
export const ImportListJob = job('odop.import-list', {
  payload: z.object({ importId: z.uuid() }),
  key: (p) => p.importId,
});
