import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow, Answers, Does, Limited, OfNobody } from '#platform/http';
import { ExportReturns } from '#tax';
import { sheetFile } from './sheet-file.js';
import { month, statementFile } from './statements.schema.js';

/** What a maker reports of her sales. @rule  */
@Controller('v1/seller')
@OfNobody('a month is nobody’s: the papers are those of the shop the caller acts for')
export class SellerTaxReturnsController {
  constructor(private readonly returns: ExportReturns) {}

  @Get('tax-returns/:month/outward-supplies')
  @Does('A month of what you supplied, as the return GSTR-1 asks for it: CSV, less what came back in that month')
  @Allow('maker:payouts')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'text/csv' })
  async outward(
    @Param('month', { schema: month }) of: string,
    @Query({ schema: statementFile }) { bom }: z.infer<typeof statementFile>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sheetFile(reply, `outward-supplies-${of}`, 'csv', await this.returns.outward(of, bom));
  }
}
