import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { z } from 'zod';
import { courierBillKey, CourierBills, PayCourierBill } from '#payments';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Idempotent, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import { money } from '#platform/money';
import {
  courierBill,
  courierBillBody,
  courierBillsQuery,
  courierOwed,
  paidBill,
  viewOfBill,
} from './courier-bills.schema.js';

/** What couriers are owed for carriage, and their bills. @rule */
@Controller('v1/admin/courier-bills')
@OfNobody('what couriers are owed is the platform’s own affair')
export class CourierBillsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly bills: CourierBills,
    private readonly payCourierBill: PayCourierBill,
  ) {}

  @Get()
  @Does('Bills of couriers that were paid, the latest first')
  @Allow('admin:payments')
  @Answers(200, pageOf(courierBill))
  async list(@Query({ schema: courierBillsQuery }) query: z.infer<typeof courierBillsQuery>) {
    const request = this.pages.read({ ...query, count: false }, courierBillKey);
    const rows = await this.work.run((tx) => this.bills.page(tx, request));
    return this.pages.of(request, rows, (row) => [row.paid_at.toISOString(), row.id], viewOfBill);
  }

  @Get('owed')
  @Does('What couriers are owed for parcels that left or came back')
  @Allow('admin:payments')
  @Answers(200, courierOwed)
  owed() {
    return this.work.run(async (tx) => ({ owed: money(await this.payCourierBill.owed(tx)) }));
  }

  @Post()
  @Does('Writes down that a courier’s bill was paid from the bank')
  @Allow('admin:payments')
  @StepUp()
  @Idempotent()
  @Answers(201, paidBill)
  @Refuses('courier_bill_paid', 'courier_bill_too_high')
  async pay(@Body({ schema: courierBillBody }) { number, amount_paise, reason }: z.infer<typeof courierBillBody>) {
    const { id, owed_paise } = await this.payCourierBill.run(number, BigInt(amount_paise), reason);
    return { id, owed: money(owed_paise) };
  }
}
