import { Injectable } from '@nestjs/common';
import { RequestRefund, WaiveCash } from '#payments';
import { UnitOfWork } from '#platform/database';
import { namedId } from '#platform/kernel';

interface Back {
  orderId: string;
  checkoutId: string;
  why: string;
  refund_paise: number;
}

@Injectable()
export class RefundOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requestRefund: RequestRefund,
    private readonly waiveCash: WaiveCash,
  ) {}

  /** A cancelled order's money goes back, once; an order that was never paid has none, and of one that is paid at the door less is collected. @rule SM-4 S-9 */
  run(cancelled: Back): Promise<void> {
    return this.ask(cancelled, namedId('refund of order', cancelled.orderId));
  }

  /** Money for pieces that are gone from an order that goes on goes back, once for each change. @rule SM-4 S-9 */
  ofChange(change: Back & { changeId: string }): Promise<void> {
    return this.ask(change, namedId('refund of change', change.changeId));
  }

  private async ask({ orderId, checkoutId, why, refund_paise }: Back, refundId: string): Promise<void> {
    if (refund_paise === 0) return;
    const sale = { kind: 'order', id: orderId } as const;
    const amount_paise = BigInt(refund_paise);
    const wanted = { refundId, amount_paise, reason: why, sale };
    await this.work.run(async (tx) => {
      // What never got to her door was not paid there; what came back from it was.
      const isDue = why !== 'returned' && (await this.waiveCash.inside(tx, sale, refundId, amount_paise));
      if (!isDue) await this.requestRefund.inside(tx, { kind: 'checkout', id: checkoutId }, wanted);
    });
  }
}
