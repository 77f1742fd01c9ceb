import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Idempotent, Of, Refuses, StepUp } from '#platform/http';
import { Bills, CertifyBill, RaiseBill, SendForPayment } from '#procurement';
import { billBody, billView, viewOfBill } from './contracts.schema.js';

@Controller('v1/government/bills')
@Of(Bills, (bills, tx, id) => bills.find(tx, id))
export class BillsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly raiseBill: RaiseBill,
    private readonly certifyBill: CertifyBill,
    private readonly sendForPayment: SendForPayment,
    private readonly bills: Bills,
  ) {}

  /** The bill of a contract from its certificate: accepted value less damages for delay. */
  @Post()
  @Allow('gov:order')
  @StepUp()
  @Idempotent()
  @Answers(201, billView)
  @Refuses('acts_without_office', 'duties_not_separate', 'contract_not_found', 'nothing_to_pay', 'already_billed')
  async raise(@Body({ schema: billBody }) body: z.infer<typeof billBody>) {
    const bill = await this.raiseBill.run(body.contractId);
    return created(`/v1/government/bills/${bill.id}`, viewOfBill(bill));
  }

  @Get(':id')
  @Allow('gov:monitor')
  @Answers(200, billView)
  @Refuses('bill_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfBill(await this.work.run((tx) => this.bills.find(tx, id)));
  }

  /** The drawing officer passes a bill that somebody else raised. */
  @Post(':id/certification')
  @HttpCode(200)
  @Allow('gov:bill')
  @StepUp()
  @Idempotent()
  @Answers(200, billView)
  @Refuses('acts_without_office', 'bill_not_found', 'acts_not_separate', 'duties_not_separate', 'illegal_transition')
  async certify(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfBill(await this.certifyBill.run(id));
  }

  /** The paying authority, a third person, orders the payment from the payer's rail. */
  @Post(':id/payment')
  @HttpCode(202)
  @Allow('gov:pay')
  @StepUp()
  @Idempotent()
  @Answers(202, billView)
  @Refuses('acts_without_office', 'bill_not_found', 'acts_not_separate', 'duties_not_separate', 'illegal_transition')
  async pay(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfBill(await this.sendForPayment.run(id));
  }
}
