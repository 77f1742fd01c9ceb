import { Injectable } from '@nestjs/common';
import { RequestRefund } from '#payments';
import { UnitOfWork } from '#platform/database';
import { namedId } from '#platform/kernel';

@Injectable()
export class RefundOrder {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requestRefund: RequestRefund,
  ) {}

  /** A cancelled order's money goes back, once; an order that was never paid has none. @rule SM-4 S-9 */
  async run(cancelled: { orderId: string; checkoutId: string; why: string; refund_paise: number }): Promise<void> {
    if (cancelled.refund_paise === 0) return;
    await this.work.run((tx) =>
      this.requestRefund.inside(
        tx,
        { kind: 'checkout', id: cancelled.checkoutId },
        {
          refundId: namedId('refund of order', cancelled.orderId),
          amount_paise: BigInt(cancelled.refund_paise),
          reason: cancelled.why,
        },
      ),
    );
  }
}
