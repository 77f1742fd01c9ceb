import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Dispatch } from '#fulfilment';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  created,
  Does,
  Limited,
  Idempotent,
  pageOf,
  pageQuery,
  Pages,
  Refuses,
  withEtag,
  type PageQuery,
  Of,
} from '#platform/http';
import {
  AcceptContract,
  AskExtension,
  Contracts,
  EndUnaccepted,
  Extensions,
  PaymentClocks,
  PrintClaim,
  RaiseIncident,
} from '#procurement';
import { contractView, viewOfContract } from '../government/contracts.schema.js';
import { extensionBody, extensionsView, extensionView, viewOfExtension } from '../government/extensions.schema.js';
import { accusationBody, incidentView, viewOfIncident } from '../government/incidents.schema.js';
import { paymentClockView, viewOfPaymentClock } from '../government/payment-clock.schema.js';
import { declineBody, dispatchBody, shipmentView, viewOfShipment } from './shipments.schema.js';
import { paperFile } from './sheet-file.js';

@Controller('v1/seller/contracts')
@Of(Contracts, (contracts, tx, id) => contracts.find(tx, id))
export class SellerContractsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acceptContract: AcceptContract,
    private readonly endUnaccepted: EndUnaccepted,
    private readonly dispatchParcel: Dispatch,
    private readonly contracts: Contracts,
    private readonly paymentClocks: PaymentClocks,
    private readonly printClaim: PrintClaim,
    private readonly extensions: Extensions,
    private readonly askExtension: AskExtension,
    private readonly raiseIncident: RaiseIncident,
    private readonly pages: Pages,
  ) {}

  /** The maker's contracts with government offices, newest first. */
  @Get()
  @Allow('maker:contracts')
  @Answers(200, pageOf(contractView))
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.pages.byId(
      query,
      (page) => this.work.run((tx) => this.contracts.page(tx, { sellerId: tx.actor.organisationId! }, page)),
      viewOfContract,
    );
  }

  @Get(':id')
  @Allow('maker:contracts')
  @Answers(200, contractView)
  @Refuses('contract_not_found')
  async one(@Param('id', { schema: z.uuid() }) id: string) {
    const contract = await this.work.run((tx) => this.contracts.find(tx, id));
    return withEtag(contract.version, viewOfContract(contract));
  }

  /** When she is paid for what was accepted, and what lateness costs the office. */
  @Get(':id/payment-clock')
  @Allow('maker:contracts')
  @Answers(200, paymentClockView)
  @Refuses('contract_not_found', 'nothing_to_pay')
  async paymentClock(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfPaymentClock(await this.paymentClocks.of(id));
  }

  /** She takes the contract; a courier is booked. */
  @Post(':id/acceptance')
  @HttpCode(200)
  @Allow('maker:contracts')
  @Idempotent()
  @Answers(200, contractView)
  @Refuses('contract_not_found', 'time_is_over', 'illegal_transition', 'out_of_stock')
  async accept(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfContract(await this.acceptContract.run(id));
  }

  /** She cannot take it; the office may order elsewhere. */
  @Post(':id/refusal')
  @HttpCode(200)
  @Allow('maker:contracts')
  @Idempotent()
  @Answers(200, contractView)
  @Refuses('contract_not_found', 'time_is_over', 'illegal_transition')
  async decline(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: declineBody }) body: z.infer<typeof declineBody>,
  ) {
    return viewOfContract(await this.endUnaccepted.decline(id, body.reason));
  }

  /** She hands the goods over: to the booked courier, or to a carrier of her own choice. */
  @Post(':id/dispatch')
  @HttpCode(200)
  @Allow('maker:contracts')
  @Idempotent()
  @Answers(200, shipmentView)
  @Refuses(
    'contract_not_found',
    'shipment_not_found',
    'eway_bill_missing',
    'courier_not_booked',
    'no_courier_there',
    'cash_needs_courier',
    'illegal_transition',
  )
  async dispatch(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: dispatchBody }) body: z.infer<typeof dispatchBody>,
  ) {
    return viewOfShipment(await this.dispatchParcel.run({ kind: 'contract', id }, body.own));
  }

  /** What she asked for more time, and what the office answered. */
  @Get(':id/extensions')
  @Allow('maker:contracts')
  @Answers(200, extensionsView)
  @Refuses('contract_not_found')
  async asked(@Param('id', { schema: z.uuid() }) id: string) {
    return { items: (await this.extensions.read(id)).map(viewOfExtension) };
  }

  /** She asks for more time before her day is over; nothing changes until the office answers. */
  @Post(':id/extensions')
  @HttpCode(200)
  @Allow('maker:contracts')
  @Idempotent()
  @Answers(200, extensionView)
  @Refuses('contract_not_found', 'extension_too_late', 'extension_not_later', 'extension_open')
  async ask(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: extensionBody }) body: z.infer<typeof extensionBody>,
  ) {
    return viewOfExtension(await this.askExtension.run(id, body.until, body.reason));
  }

  @Get(':id/late-payment')
  @Does(
    'The statement of a late payment to claim with, as PDF: the purchase as recorded, and the interest month by month',
  )
  @Allow('maker:contracts')
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

  /** The maker says what the office did wrong; the two have some days to settle it, then it goes to the incident desk. */
  @Post(':id/incidents')
  @Allow('maker:contracts')
  @Idempotent()
  @Answers(201, incidentView)
  @Refuses('contract_not_found', 'incident_accuses_oneself', 'incident_open')
  async accuse(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: accusationBody }) body: z.infer<typeof accusationBody>,
  ) {
    const incident = await this.raiseIncident.run(id, body);
    return created(`/v1/seller/incidents/${incident.id}`, viewOfIncident(incident));
  }
}
