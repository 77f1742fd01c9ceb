import { z } from 'zod';
import { returnPhotos_max, returnPhotoStates, type ReturnPhoto } from '#orders';
import { fileName } from '#platform/uploads';

export const newReturnPhotoQuery = z.strictObject({
  fileName: fileName.describe('as it was called; its ending has to fit, and it is not kept'),
});

export const returnPhoto = z
  .strictObject({
    id: z.uuid(),
    returnId: z.uuid().nullable().describe('the request it goes with; null: she has not asked yet'),
    type: z.enum(['application/pdf', 'image/jpeg']),
    size_bytes: z.int().min(1),
    sha256: z.string().length(64).describe('of the photo as it is handed out'),
    state: z.enum(returnPhotoStates).describe('waiting: the virus scanner has not looked yet'),
    givenAt: z.iso.datetime(),
  })
  .meta({ id: 'ReturnPhoto' });
export const returnPhotos = z
  .strictObject({ items: z.array(returnPhoto).max(returnPhotos_max) })
  .meta({ id: 'ReturnPhotos' });

const viewOf = (row: ReturnPhoto): z.input<typeof returnPhoto> => ({
  id: row.id,
  returnId: row.request_id,
  type: row.content_type,
  size_bytes: row.size_bytes,
  sha256: row.sha256,
  state: row.state,
  givenAt: row.given_at.toISOString(),
});

export const viewOfPhotos = (rows: readonly ReturnPhoto[]): z.input<typeof returnPhotos> => ({
  items: rows.map(viewOf),
});
