import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Cause } from '#platform/kernel';
import { Stock } from '../data/stock.repository.js';

@Injectable()
export class ReleaseStock {
  constructor(private readonly stock: Stock) {}

  /** Gives back what a cause held and did not pay for; nothing held is nothing done. @rule S-4 */
  async inside(tx: Tx, cause: Cause): Promise<void> {
    await this.stock.end(tx, cause, 'released');
  }
}
