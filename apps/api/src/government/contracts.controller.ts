import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  created,
  Does,
  Limited,
  fail,
  Idempotent,
  Of,
  pageOf,
  pageQuery,
  Pages,
  Refuses,
  withEtag,
  type PageQuery,
} from '#platform/http';
import {
  Acceptances,
  AnswerExtension,
  Contracts,
  Extensions,
  officerOf,
  PaymentClocks,
  PrintClaim,
  RaiseIncident,
} from '#procurement';
import { acceptanceView, officeContractView, viewOfAcceptance, viewForOffice } from './contracts.schema.js';
import { extensionAnswerBody, extensionsView, extensionView, viewOfExtension } from './extensions.schema.js';
import { accusationBody, incidentView, viewOfIncident } from './incidents.schema.js';
import { paymentClockView, viewOfPaymentClock } from './payment-clock.schema.js';
import { paperFile } from '../seller/sheet-file.js';

@Controller('v1/government/contracts')
@Of(Contracts, (contracts, tx, id) => contracts.find(tx, id))
export class ContractsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contracts: Contracts,
    private readonly acceptances: Acceptances,
    private readonly paymentClocks: PaymentClocks,
    private readonly printClaim: PrintClaim,
    private readonly extensions: Extensions,
    private readonly answerExtension: AnswerExtension,
    private readonly raiseIncident: RaiseIncident,
    private readonly pages: Pages,
  ) {}

  /** The office's contracts, newest first. */
  @Get()
  @Allow('gov:monitor')
  @Answers(200, pageOf(officeContractView))
  @Refuses('acts_without_office')
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.pages.byId(
      query,
      (page) => this.work.run((tx) => this.contracts.page(tx, { officeId: officerOf(tx).officeId }, page)),
      viewForOffice,
    );
  }

  /** One contract of the office, with what decided the way of buying. */
  @Get(':id')
  @Allow('gov:monitor')
  @Answers(200, officeContractView)
  @Refuses('contract_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    const contract = await this.work.run((tx) => this.contracts.find(tx, id));
    return withEtag(contract.version, viewForOffice(contract));
  }

  /** What became of the delivery: receipt, certificate, and the clocks of both. */
  @Get(':id/acceptance')
  @Allow('gov:monitor')
  @Answers(200, acceptanceView)
  async acceptance(@Param('id', { schema: z.uuid() }) id: string) {
    const row = await this.work.run((tx) => this.acceptances.ofContract(tx, id));
    if (row === null) throw fail('not_found');
    return viewOfAcceptance(row);
  }

  /** What the office owes for what it accepted, until when, and what lateness costs it. */
  @Get(':id/payment-clock')
  @Allow('gov:monitor')
  @Answers(200, paymentClockView)
  @Refuses('contract_not_found', 'nothing_to_pay')
  async paymentClock(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfPaymentClock(await this.paymentClocks.of(id));
  }

  /** What the seller asked for more time, and what the office answered. */
  @Get(':id/extensions')
  @Allow('gov:monitor')
  @Answers(200, extensionsView)
  @Refuses('contract_not_found')
  async asked(@Param('id', { schema: z.uuid() }) id: string) {
    return { items: (await this.extensions.read(id)).map(viewOfExtension) };
  }

  /** The office grants the later day, with damages from the old day or without, or refuses and says why. */
  @Post(':id/extensions/answer')
  @HttpCode(200)
  @Allow('gov:order')
  @Idempotent()
  @Answers(200, extensionView)
  @Refuses('acts_without_office', 'contract_not_found', 'extension_not_open', 'extension_too_late', 'reason_needed')
  async answer(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: extensionAnswerBody }) body: z.infer<typeof extensionAnswerBody>,
  ) {
    return viewOfExtension(await this.answerExtension.run(id, body));
  }

  @Get(':id/late-payment')
  @Does(
    'The statement of a late payment to claim with, as PDF: the purchase as recorded, and the interest month by month',
  )
  @Allow('gov:monitor')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'application/pdf' })
  @Refuses('contract_not_found', 'nothing_to_pay', 'payment_in_time')
  async latePayment(
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { number, pdf } = await this.printClaim.run(id);
    return paperFile(reply, `late-payment-${number.replaceAll('/', '-')}`, pdf);
  }

  /** The office says what the seller did wrong; the two have some days to settle it, then it goes to the incident desk. */
  @Post(':id/incidents')
  @Allow('gov:order')
  @Idempotent()
  @Answers(201, incidentView)
  @Refuses('contract_not_found', 'incident_accuses_oneself', 'incident_open')
  async accuse(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: accusationBody }) body: z.infer<typeof accusationBody>,
  ) {
    const incident = await this.raiseIncident.run(id, body);
    return created(`/v1/government/incidents/${incident.id}`, viewOfIncident(incident));
  }
}
