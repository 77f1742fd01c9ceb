import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Payments } from '../data/payments.repository.js';
import { EndPaymentJob } from '../domain/payment.events.js';
import { TakeNews } from './take-news.js';

@Injectable()
export class CheckPayment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payments: Payments,
    private readonly takeNews: TakeNews,
  ) {}

  /**
   * It is time to look: nothing was heard of a payment, her time to pay is over, or money has been under way for a while. A
   * payment the provider never heard of ends here; about any other a job asks. Called by the clock.
   * @rule SM-6 S-6
   */
  run(paymentId: string): Promise<void> {
    return this.work.run(async (tx) => {
      const payment = await this.payments.lock(tx, paymentId);
      if (payment.check_at === null || payment.check_at > tx.now) return;
      const { asked_at } = payment;
      if (asked_at === null) return this.takeNews.giveUp(tx, payment, 'not paid in time');
      await this.payments.lookAgain(tx, { ...payment, asked_at });
      tx.enqueue(EndPaymentJob, { paymentId });
    });
  }
}
