import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { seeingAll, UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, OfNobody, pageOf, pageQuery, Pages } from '#platform/http';
import { DocumentsQuery } from '#tax';
import { taxDocument, viewWithoutShopper } from '../buyer/tax-documents.schema.js';
import { month } from '../seller/statements.schema.js';

export const documentsOfMaker = pageQuery.omit({ count: true }).extend({ sellerId: z.uuid(), month });

/** The payments desk answers questions about what makers have invoiced. @rule S-42 */
@Controller('v1/admin')
@OfNobody('the payments desk answers for the money of every shop')
export class DeskTaxDocumentsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly documents: DocumentsQuery,
    private readonly pages: Pages,
  ) {}

  @Get('tax-documents')
  @Does('What a maker issued in a month, the newest first, without the names of who bought')
  @Allow('admin:payments')
  @Answers(200, pageOf(taxDocument))
  ofMonth(@Query({ schema: documentsOfMaker }) query: z.infer<typeof documentsOfMaker>) {
    return this.pages.byId(
      { ...query, count: false },
      (page) => this.work.run((tx) => seeingAll(tx, () => this.documents.ofMonth(tx, query, page))),
      viewWithoutShopper,
    );
  }
}
