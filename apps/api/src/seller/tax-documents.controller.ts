import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { OrdersQuery, ReadPapers } from '#orders';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  Does,
  Idempotent,
  Limited,
  Of,
  OfNobody,
  pageOf,
  pageQuery,
  Pages,
  Refuses,
} from '#platform/http';
import { AskEWayBillAgain, DeclareTurnover, DocumentsQuery, ReadPrinted, SendInvoiceAgain } from '#tax';
import { taxDocument, taxDocuments, viewOfDocuments, viewWithoutShopper } from '../buyer/tax-documents.schema.js';
import { printedFile } from './sheet-file.js';
import { month } from './statements.schema.js';
import { declaredTurnover, knownTurnover } from './turnover.schema.js';
import { money } from '#platform/money';

export const monthOfDocuments = pageQuery.omit({ count: true }).extend({ month });

/** The invoices a maker issued, and what corrected them. @rule  S-42 */
@Controller('v1/seller')
export class SellerTaxDocumentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly papers: ReadPapers,
    private readonly documents: DocumentsQuery,
    private readonly pages: Pages,
    private readonly printed: ReadPrinted,
    private readonly sendAgain: SendInvoiceAgain,
    private readonly askAgain: AskEWayBillAgain,
    private readonly declareTurnover: DeclareTurnover,
  ) {}

  @Get('orders/:id/tax-documents')
  @Does('Invoice and credit notes of an order, with who bought; each look is kept for the auditor')
  @Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
  @Allow('maker:orders')
  @Answers(200, taxDocuments)
  @Refuses('order_not_found')
  async ofOrder(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfDocuments(await this.papers.ofMaker(id));
  }

  @Get('tax-documents/:id/paper')
  @Does('A paper you issued as PDF, in English and Hindi, with who bought; each look is kept for the auditor')
  @Of(DocumentsQuery, (documents, tx, id) => documents.known(tx, id))
  @Allow('maker:orders')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'application/pdf' })
  @Refuses('tax_document_not_found', 'tax_document_forgotten', 'tax_document_not_printed')
  async paper(
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return printedFile(reply, await this.printed.ofMaker(id));
  }

  @Get('tax-documents')
  @Does('Everything you issued in a month, the newest first, without the names of who bought')
  @OfNobody('the papers are those of the shop the caller acts for')
  @Allow('maker:payouts')
  @Answers(200, pageOf(taxDocument))
  ofMonth(@Query({ schema: monthOfDocuments }) query: z.infer<typeof monthOfDocuments>) {
    return this.pages.byId(
      { ...query, count: false },
      (page) =>
        this.work.run((tx) =>
          this.documents.ofMonth(tx, { sellerId: tx.actor.organisationId!, month: query.month }, page),
        ),
      viewWithoutShopper,
    );
  }

  @Post('tax-documents/:id/registration')
  @Does('Send an invoice to the government’s portal again, after what it refused was put right')
  @Of(DocumentsQuery, (documents, tx, id) => documents.known(tx, id))
  @Allow('maker:orders')
  @Idempotent()
  @HttpCode(204)
  @Answers(204)
  @Refuses('tax_document_not_found', 'tax_registration_not_needed', 'illegal_transition')
  again(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.sendAgain.run(id);
  }

  @Post('tax-documents/:id/eway-bill')
  @Does('Ask again for the e-way bill of goods, after what the portal refused was put right')
  @Of(DocumentsQuery, (documents, tx, id) => documents.known(tx, id))
  @Allow('maker:orders')
  @Idempotent()
  @HttpCode(204)
  @Answers(204)
  @Refuses('tax_document_not_found', 'tax_eway_bill_not_needed', 'illegal_transition')
  askEWayBill(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.askAgain.run(id);
  }

  @Put('turnover')
  @Does(
    'Say your highest turnover of a year since 2017-18, here and elsewhere; above the law’s threshold invoices to businesses are registered with the government’s portal',
  )
  @OfNobody('it is that of the shop the caller acts for')
  @Allow('maker:own')
  @Answers(200, knownTurnover)
  async turnover(@Body({ schema: declaredTurnover }) body: z.infer<typeof declaredTurnover>) {
    const { turnover_paise, isAboveThreshold } = await this.declareTurnover.run(BigInt(body.highest.paise));
    return { highest: money(turnover_paise), registersInvoices: isAboveThreshold };
  }
}
