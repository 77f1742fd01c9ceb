import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Certificates } from '../data/certificates.repository.js';
import { endedBefore } from '../domain/certificate.js';
import { PrintCertificateJob } from '../domain/print.jobs.js';

/** Certificates of one kind and period in one run. */
const at_most = 500;

@Injectable()
export class IssueCertificates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly certificates: Certificates,
  ) {}

  /**
   * Certifies to each maker what was kept of her sales in the quarter that ended last, after March in the year too. Nothing is
   * kept or given back in a period that is over, so its figures stand. Run by a clock; a second run finds nothing to do.
   * @returns certificates issued
   * @rule 
   */
  async run(): Promise<number> {
    const owed = await this.work.run(async (tx) => {
      const found = [];
      for (const { kind, of } of endedBefore(tx.now)) {
        for (const sellerId of await this.certificates.owed(tx, kind, of, at_most)) found.push({ kind, of, sellerId });
      }
      return found;
    });
    let issued = 0;
    for (const { kind, of, sellerId } of owed) {
      const id = await this.work.run(async (tx) => {
        const certificateId = await this.certificates.issue(tx, kind, of, sellerId);
        if (certificateId !== null) tx.enqueue(PrintCertificateJob, { certificateId });
        return certificateId;
      });
      if (id !== null) issued += 1;
    }
    return issued;
  }
}
