import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SubjectKeys } from '#platform/crypto';
import { UnitOfWork } from '#platform/database';
import { financialYear } from '#platform/time';
import { paperKeyOf, papers_years } from '../domain/document-parties.js';

const at_most = 500;

@Injectable()
export class ForgetPapers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: SubjectKeys,
  ) {}

  /**
   * Names and addresses on papers whose eight years are over become noise; numbers and amounts stay. Run by a clock.
   * @returns keys destroyed
   * @rule S-66
   */
  run(): Promise<number> {
    return this.work.run(async (tx) => {
      const last = new Date(tx.now);
      last.setUTCFullYear(last.getUTCFullYear() - papers_years - 1);
      const series = await tx.many(
        z.object({ issuer: z.string(), financial_year: z.string() }),
        `select distinct issuer, financial_year from tax.document_series where financial_year <= $1`,
        [financialYear(last)],
      );
      const ids = series.map((one) => paperKeyOf(one.issuer, one.financial_year));
      const left = [...(await this.keys.existing(tx, ids))].filter(([, key]) => !key.isDestroyed).slice(0, at_most);
      for (const [id] of left) await this.keys.destroy(tx, id);
      return left.length;
    });
  }
}
