import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '#platform/database';
import type { FileAt, StoredFile } from '#platform/files';
import type { SafeFile } from '#platform/uploads';
import { DestroyIncidentFileJob, incidentFileStates } from '../incident/incident-file.js';
import { sides, type Side } from '../incident/incident.rules.js';
import { unfinished } from '../incident/incident.states.js';
import { IncidentFileEntity } from './incident-file.entity.js';
import type { Incident } from './incidents.repository.js';

const fileRow = z.object({
  id: z.uuid(),
  incident_id: z.uuid(),
  given_by: z.enum(sides),
  content_type: z.enum(['application/pdf', 'image/jpeg']),
  size_bytes: z.number(),
  sha256: z.string(),
  storage_key: z.string(),
  state: z.enum(incidentFileStates),
  given_at: z.date(),
});
export type IncidentFile = z.infer<typeof fileRow>;
const columns = Object.keys(fileRow.shape).join(', ');

/** More than the sides of an incident may hand in. */
export const incidentFiles_max = 100;

/** How a file is sealed: with a key of its incident, which is neither side's. @rule S-63 */
export const incidentFileAt = ({ id, incident_id }: Pick<IncidentFile, 'id' | 'incident_id'>): FileAt => ({
  subjectId: incident_id,
  place: { table: 'procurement.incident_file', column: 'file', row: id },
});
export const fileOf = (file: IncidentFile): StoredFile => ({ ...incidentFileAt(file), storageKey: file.storage_key });

/** What the sides of incidents show. */
@Injectable()
export class IncidentFiles {
  add(
    tx: Tx,
    incident: Incident,
    of: { id: string; storageKey: string; by: Side },
    { type, bytes }: SafeFile,
  ): Promise<void> {
    return tx.insert(IncidentFileEntity, {
      ...{ id: of.id, incident_id: incident.id, office_id: incident.office_id, seller_id: incident.seller_id },
      ...{ given_by: of.by, content_type: type, size_bytes: bytes.length, storage_key: of.storageKey },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...{ state: 'waiting', given_at: tx.now, ended_at: null, destroyed_at: null },
    });
  }

  /** Those of an incident that have not expired, and those the scanner refused, oldest first. */
  of(tx: Tx, incidentId: string): Promise<IncidentFile[]> {
    return tx.many(
      fileRow,
      `select ${columns} from procurement.incident_file
        where incident_id = $1 and state <> 'expired' order by given_at, id limit ${incidentFiles_max}`,
      [incidentId],
    );
  }

  /** For the system's own work. */
  known(tx: Tx, id: string): Promise<IncidentFile | null> {
    return tx.maybe(fileRow, `select ${columns} from procurement.incident_file where id = $1`, [id]);
  }

  /** What the scanner said; a file that ended meanwhile stays ended. */
  async scanned(tx: Tx, id: string, verdict: 'clean' | 'infected'): Promise<void> {
    await tx.run(
      `update procurement.incident_file
          set state = $2, ended_at = case when $2 = 'infected' then $3::timestamptz end
        where id = $1 and state = 'waiting'`,
      [id, verdict, tx.now],
    );
    if (verdict === 'infected') tx.enqueue(DestroyIncidentFileJob, { fileId: id });
  }

  /** Ends those given before an instant whose incident has ended. @returns how many @rule S-66 */
  async expire(tx: Tx, before: Date, limit: number): Promise<number> {
    const rows = await tx.many(
      z.object({ id: z.uuid() }),
      `update procurement.incident_file set state = 'expired', ended_at = $3
        where id in (select f.id from procurement.incident_file f
                       join procurement.incident i on i.id = f.incident_id
                      where f.ended_at is null and f.given_at < $1 and not i.state = any($4)
                      order by f.given_at limit $2 for update of f skip locked)
        returning id`,
      [before, limit, tx.now, unfinished],
    );
    for (const { id } of rows) tx.enqueue(DestroyIncidentFileJob, { fileId: id });
    return rows.length;
  }

  async destroyed(tx: Tx, id: string): Promise<void> {
    const sql = `update procurement.incident_file set destroyed_at = $2 where id = $1 and destroyed_at is null`;
    await tx.run(sql, [id, tx.now]);
  }
}
