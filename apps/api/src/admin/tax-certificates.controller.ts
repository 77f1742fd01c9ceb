import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { Allow, Answers, Does, OfNobody, pageOf, pageQuery, Pages } from '#platform/http';
import { ReadCertificates } from '#tax';
import { taxCertificate, viewOfCertificate } from '../seller/tax-certificates.schema.js';

export const certificatesOfMaker = pageQuery.omit({ count: true }).extend({ sellerId: z.uuid() });

/** The payments desk answers questions about what was certified. @rule  */
@Controller('v1/admin')
@OfNobody('the payments desk answers for the money of every shop')
export class DeskTaxCertificatesController {
  constructor(
    private readonly certificates: ReadCertificates,
    private readonly pages: Pages,
  ) {}

  @Get('tax-certificates')
  @Does('Certificates of a maker, the newest first')
  @Allow('admin:payments')
  @Answers(200, pageOf(taxCertificate))
  list(@Query({ schema: certificatesOfMaker }) { sellerId, ...query }: z.infer<typeof certificatesOfMaker>) {
    return this.pages.byId(
      { ...query, count: false },
      (page) => this.certificates.ofDesk(sellerId, page),
      viewOfCertificate,
    );
  }
}
