import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { Duplicates, type DuplicateFlag } from './duplicates.repository.js';
import { Sellers } from './sellers.repository.js';

@Injectable()
export class DuplicatesQuery {
  constructor(
    private readonly sellers: Sellers,
    private readonly duplicates: Duplicates,
  ) {}

  /** For the desk that decides; that it looked is recorded. @throws seller_unknown (404) @rule S-42 */
  async onDesk(tx: Tx, sellerId: string): Promise<DuplicateFlag[]> {
    await this.sellers.findOnDesk(tx, sellerId);
    tx.audit({ action: 'sellers.duplicates_read', object: { kind: 'seller', id: sellerId } });
    return this.duplicates.of(tx, sellerId);
  }
}
