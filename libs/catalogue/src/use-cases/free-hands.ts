import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Stock } from '../data/stock.repository.js';

@Injectable()
export class FreeHands {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stock: Stock,
  ) {}

  /**
   * What was made for a cause has left its maker: she can take on as many again. Goods from a shelf are not concerned; told
   * twice, it does nothing.
   * @rule S-4
   */
  run(cause: Cause): Promise<void> {
    return this.work.run((tx) => this.stock.leave(tx, cause));
  }
}
