import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert, newId } from '#platform/kernel';
import { Carts } from '../data/carts.repository.js';

@Injectable()
export class OpenCart {
  constructor(
    private readonly work: UnitOfWork,
    private readonly carts: Carts,
  ) {}

  /** A new, empty cart of the signed-in shopper. */
  run(): Promise<{ cartId: string }> {
    return this.work.run(async (tx) => {
      assert(tx.actor.personId, 'a cart has an owner');
      const cartId = newId();
      await this.carts.add(tx, cartId, tx.actor.personId);
      return { cartId };
    });
  }
}
