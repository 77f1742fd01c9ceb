import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { OrdersQuery, ReadPapers } from '#orders';
import { Allow, Answers, GuestsToo, Of, Refuses } from '#platform/http';
import { taxDocuments, viewOfDocuments } from './tax-documents.schema.js';

/** The invoices of what a shopper bought. @rule */
@Controller('v1/buyer/orders')
@Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id))
export class BuyerTaxDocumentsController {
  constructor(private readonly papers: ReadPapers) {}

  /** The invoice of an order, made when it was packed, and a credit note for each time that pieces of it came back. */
  @Get(':id/tax-documents')
  @Allow('buyer:order')
  @GuestsToo()
  @Answers(200, taxDocuments)
  @Refuses('order_not_found')
  async ofOrder(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfDocuments(await this.papers.ofShopper(id));
  }
}
