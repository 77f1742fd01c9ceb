import { Injectable } from '@nestjs/common';
import { seeingAll, type Tx } from '#platform/database';
import { fail } from '../domain/shop.errors.js';

/** What hinders the end of a shop. */
export type DealingKind = 'order' | 'contract' | 'payout' | 'unpaid_order';
export interface Dealing {
  kind: DealingKind;
  /** By which number or id its people know it. */
  number: string;
}
type Ask = (tx: Tx, sellerId: string) => Promise<readonly string[]>;

/**
 * What a seller has not finished yet. The modules that know it lie above this one: each says at its start how its own is
 * asked for.
 */
@Injectable()
export class OpenDealings {
  private readonly asked = new Map<DealingKind, Ask>();

  /** @param ask  numbers of what is open, a few of them are enough */
  askFor(kind: DealingKind, ask: Ask): void {
    this.asked.set(kind, ask);
  }

  /** What is open, of these kinds or of all. */
  async of(tx: Tx, sellerId: string, kinds?: readonly DealingKind[]): Promise<Dealing[]> {
    const open: Dealing[] = [];
    for (const [kind, ask] of this.asked) {
      if (kinds !== undefined && !kinds.includes(kind)) continue;
      const numbers = await seeingAll(tx, () => ask(tx, sellerId));
      open.push(...numbers.map((number) => ({ kind, number })));
    }
    return open;
  }

  /** @throws shop_has_open_dealings (409), which names them @rule SM-1 */
  async assertNone(tx: Tx, sellerId: string, kinds?: readonly DealingKind[]): Promise<void> {
    const open = await this.of(tx, sellerId, kinds);
    if (open.length > 0) throw fail('shop_has_open_dealings', { open });
  }
}
