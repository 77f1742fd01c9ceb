import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { assert, type Cause } from '#platform/kernel';
import { Stock } from '../data/stock.repository.js';
import { summedLines, type StockLine } from '../domain/stock.rules.js';

@Injectable()
export class PassOnPieces {
  constructor(private readonly stock: Stock) {}

  /**
   * Some of the pieces a cause bought are another cause's from now on, from the places they were taken from: no shelf changes, and
   * each cause can give back its own.
   * @param lines  of these offers so many; never more than were sold and have not come back, which the caller counts
   * @rule S-4
   */
  async inside(tx: Tx, from: Cause, to: Cause, lines: readonly StockLine[]): Promise<void> {
    const passed = await this.stock.passOn(tx, from, to, summedLines(lines));
    const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
    assert(passed === pieces, 'only pieces that were sold go over');
  }
}
