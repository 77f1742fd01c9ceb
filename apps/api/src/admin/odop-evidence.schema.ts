import { z } from 'zod';
import { evidenceFileStates, type EvidenceFile } from '#odop';
import { fileName } from '#platform/uploads';

export const newEvidenceFileQuery = z.strictObject({
  evidenceId: z.uuid().describe('the paper of the dossier it is'),
  fileName: fileName.describe('as it was called; its ending has to fit, and it is not kept'),
  replaces: z.uuid().optional().describe('an earlier file of the paper, which is destroyed'),
});

export const evidenceFile = z
  .strictObject({
    id: z.uuid(),
    evidenceId: z.uuid().describe('the paper of the dossier it is'),
    type: z.enum(['application/pdf', 'image/jpeg']),
    size_bytes: z.int().min(1),
    pages: z.int().min(1),
    sha256: z.string().length(64).describe('of the file as it is handed out'),
    state: z.enum(evidenceFileStates).describe('waiting: the virus scanner has not looked yet'),
    givenAt: z.iso.datetime(),
  })
  .meta({ id: 'OdopEvidenceFile' });
export const evidenceFiles = z
  .strictObject({ items: z.array(evidenceFile).max(400) })
  .meta({ id: 'OdopEvidenceFiles' });

export const viewOfEvidenceFile = (row: EvidenceFile): z.input<typeof evidenceFile> => ({
  id: row.id,
  evidenceId: row.evidence_id,
  type: row.content_type,
  size_bytes: row.size_bytes,
  pages: row.pages,
  sha256: row.sha256,
  state: row.state,
  givenAt: row.given_at.toISOString(),
});
