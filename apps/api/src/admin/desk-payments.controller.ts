import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { HoldPayouts, PaymentsDeskQuery, RetryPayout, RetryRefund } from '#payments';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { Allow, Answers, Does, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import {
  deskPayout,
  deskPayoutsQuery,
  deskReason,
  deskRefund,
  deskRefundsQuery,
  heldPayouts,
  heldQuery,
  holdBody,
  viewOfDeskPayout,
  viewOfDeskRefund,
  viewOfHeld,
} from './desk-payments.schema.js';

const id = z.uuid();
const byId = z.tuple([z.uuid()]);
type Reason = z.infer<typeof deskReason>;

/** The payments desk: money that stuck on its way, and makers whose payouts wait for a word. @rule SM-6  S-28 */
@Controller('v1/admin')
@OfNobody('the payments desk answers for the money of every shop')
export class DeskPaymentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly desk: PaymentsDeskQuery,
    private readonly retryPayout: RetryPayout,
    private readonly retryRefund: RetryRefund,
    private readonly holdPayouts: HoldPayouts,
  ) {}

  @Get('payouts')
  @Does('Payouts in a state, oldest first: without one, those that failed')
  @Allow('admin:payments')
  @Answers(200, pageOf(deskPayout))
  async payouts(@Query({ schema: deskPayoutsQuery }) query: z.infer<typeof deskPayoutsQuery>) {
    const request = this.pages.read({ ...query, count: false }, byId);
    const rows = await this.all((tx) => this.desk.payouts(tx, query.state, request));
    return this.pages.of(request, rows, (row) => [row.id], viewOfDeskPayout);
  }

  @Post('payouts/:id/retry')
  @Does('Sends a failed payout again, to the account its maker has now')
  @Allow('admin:payments')
  @StepUp()
  @HttpCode(204)
  @Answers(204)
  @Refuses('payout_unknown', 'illegal_transition')
  payoutAgain(@Param('id', { schema: id }) payoutId: string, @Body({ schema: deskReason }) body: Reason) {
    return this.retryPayout.run(payoutId, body.reason);
  }

  @Get('refunds')
  @Does('Refunds in a state, oldest first: without one, those that wait for you')
  @Allow('admin:payments')
  @Answers(200, pageOf(deskRefund))
  async refunds(@Query({ schema: deskRefundsQuery }) query: z.infer<typeof deskRefundsQuery>) {
    const request = this.pages.read({ ...query, count: false }, byId);
    const rows = await this.all((tx) => this.desk.refunds(tx, query.state, request));
    return this.pages.of(request, rows, (row) => [row.id], viewOfDeskRefund);
  }

  @Post('refunds/:id/retry')
  @Does('Has a refund tried again that the provider refused or could not finish')
  @Allow('admin:payments')
  @StepUp()
  @HttpCode(204)
  @Answers(204)
  @Refuses('refund_unknown', 'refund_not_waiting')
  refundAgain(@Param('id', { schema: id }) refundId: string, @Body({ schema: deskReason }) body: Reason) {
    return this.retryRefund.run(refundId, body.reason);
  }

  @Get('payout-holds')
  @Does('Makers whose payouts are held, and why')
  @Allow('admin:payments')
  @Answers(200, pageOf(heldPayouts))
  async held(@Query({ schema: heldQuery }) query: z.infer<typeof heldQuery>) {
    const request = this.pages.read({ ...query, count: false }, byId);
    const rows = await this.all((tx) => this.desk.held(tx, request));
    return this.pages.of(request, rows, (row) => [row.seller_id], viewOfHeld);
  }

  @Post('payout-holds')
  @Does('Holds a maker’s payouts: none begins and none that waits is sent; she is told')
  @Allow('admin:payments')
  @StepUp()
  @HttpCode(204)
  @Answers(204)
  @Refuses('seller_unknown', 'payouts_held_already')
  hold(@Body({ schema: holdBody }) body: z.infer<typeof holdBody>) {
    return this.holdPayouts.hold(body.sellerId, body.reason);
  }

  @Post('payout-holds/:id/release')
  @Does('Lets a maker’s payouts go again; not by the officer who held them')
  @Allow('admin:payments')
  @StepUp()
  @HttpCode(204)
  @Answers(204)
  @Refuses('payouts_not_held', 'own_hold')
  release(@Param('id', { schema: id }) sellerId: string, @Body({ schema: deskReason }) body: Reason) {
    return this.holdPayouts.release(sellerId, body.reason);
  }

  private all<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run((tx) => seeingAll(tx, () => read(tx)));
  }
}
