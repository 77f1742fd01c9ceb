import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { RebuildShelf } from './rebuild-shelf.js';

@Injectable()
export class FillShelf {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rebuild: RebuildShelf,
  ) {}

  /** Makes the shelf where there are goods and no shelf yet: after an upgrade or a restore. @returns what it did, in words */
  async run(): Promise<string> {
    const row = await this.work.run((tx) =>
      tx.maybe(
        z.object({ is_due: z.boolean() }),
        `select not exists (select from catalogue.shelf)
            and exists (select from catalogue.listing where state in ('live', 'out_of_stock')) as is_due`,
      ),
    );
    return row?.is_due === true ? `${await this.rebuild.run()} goods gone over` : 'follows the news';
  }
}
