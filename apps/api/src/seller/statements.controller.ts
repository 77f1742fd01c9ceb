import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { statementKey } from '#ledger';
import { ExportStatement, StatementsQuery } from '#payments';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Limited, OfNobody, pageOf, Pages, Refuses } from '#platform/http';
import { paperFile, sheetFile } from './sheet-file.js';
import {
  month,
  sellerBalance,
  statementFile,
  statementLinesQuery,
  statementLineView,
  statementView,
  viewOfBalance,
  viewOfLine,
  viewOfStatement,
} from './statements.schema.js';

/** What a shop earned, what was kept of it and why, and what was paid out. @rule S-42 */
@Controller('v1/seller')
@OfNobody('a month is nobody’s: the account is that of the shop the caller acts for')
export class SellerStatementsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly statements: StatementsQuery,
    private readonly exportStatement: ExportStatement,
    private readonly pages: Pages,
  ) {}

  @Get('balance')
  @Does('What your shop has coming: owed, on its way to your bank, and the rest')
  @Allow('maker:payouts')
  @Answers(200, sellerBalance)
  balance() {
    return this.work.run(async (tx) => viewOfBalance(await this.statements.balance(tx)));
  }

  @Get('statements/:month')
  @Does('A month of your account: what came, what was kept and why, what was paid out')
  @Allow('maker:payouts')
  @Answers(200, statementView)
  statement(@Param('month', { schema: month }) of: string) {
    return this.work.run(async (tx) => viewOfStatement(await this.statements.month(tx, of)));
  }

  @Get('statements/:month/lines')
  @Does('Every line of that month in the order of time, in words, with the balance after it')
  @Allow('maker:payouts')
  @Answers(200, pageOf(statementLineView))
  async lines(
    @Param('month', { schema: month }) of: string,
    @Query({ schema: statementLinesQuery }) query: z.infer<typeof statementLinesQuery>,
  ) {
    const request = this.pages.read({ ...query, count: false }, statementKey);
    const lines = await this.work.run(async (tx) =>
      this.statements.lines(tx, await this.statements.month(tx, of), request),
    );
    return this.pages.of(request, lines, (line) => [line.n], viewOfLine);
  }

  @Get('statements/:month/sheet')
  @Does('The same as a file to keep: CSV, in English and Hindi')
  @Allow('maker:payouts')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'text/csv' })
  async sheet(
    @Param('month', { schema: month }) of: string,
    @Query({ schema: statementFile }) { bom }: z.infer<typeof statementFile>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sheetFile(reply, `statement-${of}`, 'csv', await this.exportStatement.csv(of, bom));
  }

  @Get('statements/:month/paper')
  @Does('The same to print or to show: PDF, in English and Hindi')
  @Allow('maker:payouts')
  @Limited('uploads')
  @Answers(200, undefined, { contentType: 'application/pdf' })
  @Refuses('seller_unknown')
  async paper(
    @Param('month', { schema: month }) of: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return paperFile(reply, `statement-${of}`, await this.exportStatement.pdf(of));
  }
}
