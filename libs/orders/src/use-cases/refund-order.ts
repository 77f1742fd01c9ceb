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

  /**
   * Money for pieces that are gone goes back, once for each change. Of an order that ends with the change it is asked for before
   * the maker can be paid for what stays, in the same step: so of a dispute that was lost her refund bears its part first,
   * whichever news is heard first.
   * @param change.isAsked  it was asked for already
   * @rule SM-4 S-9
   */
  ofChange(change: Back & { changeId: string; isAsked?: boolean }): Promise<void> {
    return change.isAsked ? Promise.resolve() : this.ask(change, namedId('refund of change', change.changeId));
  }

  private async ask({ orderId, checkoutId, why, refund_paise }: Back, refundId: string): Promise<void> {
    if (refund_paise === 0) return;
    const sale = { kind: 'order', id: orderId } as const;
    const amount_paise = BigInt(refund_paise);
    // Her order had lapsed before her money came: to her the payment failed, although it was debited.
    const wanted = { refundId, amount_paise, reason: why, sale, failedDebit: why === 'late_payment' };
    await this.work.run(async (tx) => {
      // What never got to her door was not paid there; what came back from it was.
      const wasAtDoor = why === 'returned' || why === 'exchanged';
      const isDue = !wasAtDoor && (await this.waiveCash.inside(tx, sale, refundId, amount_paise));
      if (!isDue) await this.requestRefund.inside(tx, { kind: 'checkout', id: checkoutId }, wanted);
    });
  }
}
