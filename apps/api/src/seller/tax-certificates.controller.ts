import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow, Answers, Does, Limited, OfNobody, pageOf, pageQuery, Pages, Refuses } from '#platform/http';
import { ReadCertificates } from '#tax';
import { printedFile } from './sheet-file.js';
import {
  certificateKind,
  certificatePeriod,
  financialYearOf,
  taxCertificate,
  viewOfCertificate,
} from './tax-certificates.schema.js';

export const certificatesQuery = pageQuery.omit({ count: true });

/** What the platform kept of a maker's sales for the government, certified. @rule  */
@Controller('v1/seller')
@OfNobody('the certificates are those of the shop the caller acts for')
export class SellerTaxCertificatesController {
  constructor(
    private readonly certificates: ReadCertificates,
    private readonly pages: Pages,
  ) {}

  @Get('tax-certificates')
  @Does('Certificates of tax that was kept of your sales, by quarter and year, the newest first')
  @Allow('maker:payouts')
  @Answers(200, pageOf(taxCertificate))
  list(@Query({ schema: certificatesQuery }) query: z.infer<typeof certificatesQuery>) {
    return this.pages.byId({ ...query, count: false }, (page) => this.certificates.ofMaker(page), viewOfCertificate);
  }

  @Get('tax-certificates/:year/:period/:kind/paper')
  @Does('One of them as PDF, in English and Hindi')
  @Allow('maker:payouts')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'application/pdf' })
  @Refuses('tax_document_not_found', 'tax_document_not_printed')
  async paper(
    @Param('year', { schema: financialYearOf }) year: string,
    @Param('period', { schema: certificatePeriod }) period: z.infer<typeof certificatePeriod>,
    @Param('kind', { schema: certificateKind }) kind: z.infer<typeof certificateKind>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return printedFile(reply, await this.certificates.paper(kind, { year, period }));
  }
}
