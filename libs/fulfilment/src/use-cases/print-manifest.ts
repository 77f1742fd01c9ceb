import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { seeingAll, UnitOfWork } from '#platform/database';
import { PrintHouse } from '#platform/print';
import { CentreParcels } from '../data/centre-parcels.repository.js';
import { manifestSheet } from '../domain/manifest.js';

@Injectable()
export class PrintManifest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parcels: CentreParcels,
    private readonly press: PrintHouse,
  ) {}

  /** The list who fetches parcels signs: drawn when it is asked for. @throws manifest_not_found · PrinterDown (503) @rule SM-5 S-42 */
  async run(manifestId: string): Promise<Buffer> {
    const manifest = await this.work.run((tx) => seeingAll(tx, () => this.parcels.manifest(tx, manifestId)));
    return this.press.print(manifestSheet(manifest, randomBytes(16).toString('hex')));
  }
}
