import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { newId } from '#platform/kernel';
import { checkUpload } from '#platform/uploads';
import { PolicyQuery } from '#policy';
import { incidentFileAt, IncidentFiles, type IncidentFile } from '../data/incident-files.repository.js';
import { Incidents, type Incident } from '../data/incidents.repository.js';
import { fail } from '../procurement.errors.js';
import { ScanIncidentFileJob } from './incident-file.js';
import type { Side } from './incident.rules.js';
import { incidentStates } from './incident.states.js';
import { sideOf } from './side-of.js';

@Injectable()
export class AttachIncidentFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly incidents: Incidents,
    private readonly incidentFiles: IncidentFiles,
    private readonly files: SealedFiles,
    private readonly policy: PolicyQuery,
  ) {}

  /**
   * A side hands in what shows that it is right, until the incident has ended. It is painted anew, sealed, and shown to nobody
   * before the scanner has looked; then to both sides and the desk, and it is not taken away again.
   * @param fileName  as it was called; its ending has to fit, and it is not kept
   * @throws incident_not_found (404) · incident_not_yours (403) · incident_over, too_many_incident_files (409) ·
   *         file_unreadable, file_too_large, file_unsafe (422)
   * @rule S-58 S-52
   */
  async run(incidentId: string, fileName: string, sent: Buffer): Promise<IncidentFile> {
    const id = newId();
    // Looked at before the file is, so that nobody keeps us busy with what is not wanted, and again when it is kept.
    await this.work.run((tx) => this.welcome(tx, incidentId));
    const file = await checkUpload(sent, fileName);
    await this.files.keep(incidentFileAt({ id, incident_id: incidentId }), file.bytes, async (tx, storageKey) => {
      const { incident, by } = await this.welcome(tx, incidentId);
      await this.incidentFiles.add(tx, incident, { id, storageKey, by }, file);
      tx.enqueue(ScanIncidentFileJob, { fileId: id });
      const object = { kind: 'procurement.incident_file', id };
      tx.audit({ action: 'procurement.incident.file_attached', object, after: { incident: incidentId } });
    });
    return (await this.work.run((tx) => this.incidentFiles.known(tx, id)))!;
  }

  private async welcome(tx: Tx, incidentId: string): Promise<{ incident: Incident; by: Side }> {
    const incident = await this.incidents.lock(tx, incidentId);
    const by = sideOf(tx, incident);
    if (by === null) throw fail('incident_not_yours');
    if (incidentStates.isFinal(incident.state)) throw fail('incident_over');
    const files_max = this.policy.at('incident.files_max', tx.now);
    const theirs = (await this.incidentFiles.of(tx, incidentId)).filter(({ given_by }) => given_by === by);
    if (theirs.length >= files_max) throw fail('too_many_incident_files', { files_max });
    return { incident, by };
  }
}
