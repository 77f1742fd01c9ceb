import { z } from 'zod';
import { job } from '#platform/kernel';

/** A picture was added: it is painted anew in every size and format, in a queue where nothing else waits behind it. */
export const MakeRenditionsJob = job('catalogue.make-renditions', {
  payload: z.strictObject({ mediaId: z.uuid() }),
  key: (p) => p.mediaId,
});
