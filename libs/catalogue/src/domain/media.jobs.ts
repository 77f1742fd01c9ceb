import { z } from 'zod';
import { job } from '#platform/kernel';

/** The row of a picture is gone; its file follows. The key is drawn by lot and says nothing. */
export const RemoveFileJob = job('catalogue.remove-file', {
  payload: z.strictObject({ storageKey: z.string() }),
  key: (p) => p.storageKey,
});
