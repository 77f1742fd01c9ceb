import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { StockWishes } from '../data/stock-wishes.repository.js';
import { fail } from '../domain/listing.errors.js';
import { wishes_max } from '../domain/stock.rules.js';

@Injectable()
export class WaitForStock {
  constructor(
    private readonly work: UnitOfWork,
    private readonly wishes: StockWishes,
  ) {}

  /**
   * A person wants to be told, once, when goods that ran out can be bought again. Asked twice is asked once.
   * @throws offer_unknown (404), still_in_stock (409), wishes_too_many (429)
   * @rule S-4 S-52
   */
  run(offerId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { personId } = tx.actor;
      assert(personId !== null, 'a person waits for goods');
      if ((await this.wishes.countOthers(tx, personId, offerId)) >= wishes_max)
        throw fail('wishes_too_many', { wishes_max });
      const isShort = await this.wishes.isShort(tx, offerId);
      if (isShort === null) throw fail('offer_unknown');
      if (!isShort) throw fail('still_in_stock');
      await this.wishes.add(tx, personId, offerId);
    });
  }

  /** She does not want to be told any more. */
  stop(offerId: string): Promise<void> {
    return this.work.run((tx) => this.wishes.remove(tx, tx.actor.personId ?? '', offerId));
  }

  /** An erased person waits for nothing. @rule S-66 */
  forget(personId: string): Promise<void> {
    return this.work.run((tx) => this.wishes.removeAll(tx, personId));
  }
}
