import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx } from '#platform/database';
import { SealedFiles } from '#platform/files';
import { assertShown } from '../incident/incident-file.js';
import { fail } from '../procurement.errors.js';
import { fileOf, IncidentFiles, type IncidentFile } from './incident-files.repository.js';
import { Incidents } from './incidents.repository.js';

export interface OpenedIncidentFile {
  file: IncidentFile;
  bytes: Buffer;
}

/** What is shown with incidents, for both sides and the desk. */
@Injectable()
export class IncidentFilesQuery {
  constructor(
    private readonly incidents: Incidents,
    private readonly incidentFiles: IncidentFiles,
    private readonly files: SealedFiles,
  ) {}

  /** @throws incident_not_found (404) @rule S-42 */
  async of(tx: Tx, incidentId: string): Promise<IncidentFile[]> {
    return this.incidentFiles.of(tx, (await this.incidents.find(tx, incidentId)).id);
  }

  /**
   * One, opened; that it was is recorded.
   * @throws incident_not_found, incident_file_unknown (404), incident_file_not_scanned (409), incident_file_infected (410)
   * @rule S-58
   */
  async read(tx: Tx, incidentId: string, fileId: string): Promise<OpenedIncidentFile> {
    const file = (await this.of(tx, incidentId)).find(({ id }) => id === fileId);
    if (!file) throw fail('incident_file_unknown');
    assertShown(file.state);
    const bytes = await this.files.open(tx, fileOf(file));
    if (bytes === null) throw fail('incident_file_unknown');
    tx.audit({ action: 'procurement.incident.file_opened', object: { kind: 'procurement.incident_file', id: fileId } });
    return { file, bytes };
  }

  /** The same, for the desk. */
  onDesk(tx: Tx, incidentId: string): Promise<IncidentFile[]> {
    return seeingAll(tx, () => this.of(tx, incidentId));
  }

  /** The same, for the desk. */
  readOnDesk(tx: Tx, incidentId: string, fileId: string): Promise<OpenedIncidentFile> {
    return seeingAll(tx, () => this.read(tx, incidentId, fileId));
  }
}
