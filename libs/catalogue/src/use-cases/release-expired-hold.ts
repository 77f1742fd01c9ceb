import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Stock } from '../data/stock.repository.js';
import { ReleaseStock } from './release-stock.js';

@Injectable()
export class ReleaseExpiredHold {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stock: Stock,
    private readonly release: ReleaseStock,
  ) {}

  /**
   * Frees what was promised and not paid in time: all lines of the hold's cause together. What was paid in the meantime is
   * no longer held, so nothing happens to it.
   * @rule S-4
   */
  run(holdId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const cause = await this.stock.causeOf(tx, holdId);
      if (cause) await this.release.inside(tx, cause);
    });
  }
}
