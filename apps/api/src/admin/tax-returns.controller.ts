import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow, Answers, Does, Limited, OfNobody } from '#platform/http';
import { ExportReturns } from '#tax';
import { sheetFile } from '../seller/sheet-file.js';
import { month, statementFile } from '../seller/statements.schema.js';

/** What the operator reports of the tax it collected. @rule  */
@Controller('v1/admin')
@OfNobody('the payments desk answers for the money of every shop')
export class DeskTaxReturnsController {
  constructor(private readonly returns: ExportReturns) {}

  @Get('tax-returns/:month/tax-collected')
  @Does('What was collected at source in a month, maker by maker, as the statement GSTR-8 asks for it: CSV')
  @Allow('admin:payments')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'text/csv' })
  async collected(
    @Param('month', { schema: month }) of: string,
    @Query({ schema: statementFile }) { bom }: z.infer<typeof statementFile>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sheetFile(reply, `tax-collected-${of}`, 'csv', await this.returns.collected(of, bom));
  }
}
