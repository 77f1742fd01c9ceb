import { Injectable } from '@nestjs/common';
import { RequestRefund } from '#payments';
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
  ) {}

  /** A cancelled order's money goes back, once; an order that was never paid has none. @rule SM-4 S-9 */
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
    const wanted = { refundId, amount_paise: BigInt(refund_paise), reason: why, sale };
    await this.work.run((tx) => this.requestRefund.inside(tx, { kind: 'checkout', id: checkoutId }, wanted));
  }
}
