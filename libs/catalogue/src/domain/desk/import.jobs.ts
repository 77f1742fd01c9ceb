import { z } from 'zod';
import { job } from '#platform/kernel';

/** Reads an uploaded sheet and says what is wrong with it; goes on where it was cut short. */
export const CheckImportJob = job('catalogue.check-import', {
  payload: z.object({ importId: z.uuid() }),
  key: (p) => p.importId,
});

/** Writes the goods of a checked sheet; goes on where it was cut short. */
export const ApplyImportJob = job('catalogue.apply-import', {
  payload: z.object({ importId: z.uuid() }),
  key: (p) => p.importId,
});
