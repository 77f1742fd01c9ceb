import { Controller, Get, HttpCode, Param, Post, Query, RawBody, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { MakePayoutFile, PayoutFiles, ReadPayoutFile, ReleasePayoutFile, TakeBankResponse } from '#payments';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { Allow, Answers, created, Does, OfNobody, pageOf, Pages, Refuses, StepUp, Takes } from '#platform/http';
import { payoutFile, payoutFilesQuery, takenResponse, viewOfPayoutFile, viewOfTaken } from './payout-files.schema.js';

const id = z.uuid();
const responseBytes_max = 1_048_576;

/** Payouts that go to the bank as a file: one officer makes it, another lets it go, the bank's answer is taken in. @rule S-28 */
@Controller('v1/admin/payout-files')
@OfNobody('the payments desk answers for the money of every shop')
export class PayoutFilesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly files: PayoutFiles,
    private readonly makePayoutFile: MakePayoutFile,
    private readonly releasePayoutFile: ReleasePayoutFile,
    private readonly readPayoutFile: ReadPayoutFile,
    private readonly takeBankResponse: TakeBankResponse,
  ) {}

  @Get()
  @Does('Files of payouts for the bank, latest first, and what it has answered')
  @Allow('admin:payments')
  @Answers(200, pageOf(payoutFile))
  list(@Query({ schema: payoutFilesQuery }) query: z.infer<typeof payoutFilesQuery>) {
    const read = (request: Parameters<PayoutFiles['page']>[1]) => this.all((tx) => this.files.page(tx, request));
    return this.pages.byId({ ...query, count: false }, read, viewOfPayoutFile);
  }

  @Post()
  @Does('Writes the payouts that wait into one file for the bank: UPI and NEFT, at most a thousand')
  @Allow('admin:payments')
  @StepUp()
  @Answers(201, payoutFile)
  @Refuses('no_payouts_waiting')
  async make() {
    const fileId = await this.makePayoutFile.run();
    return created(`/v1/admin/payout-files/${fileId}`, await this.one(fileId));
  }

  @Get(':id')
  @Does('One file, and what the bank has answered')
  @Allow('admin:payments')
  @Answers(200, payoutFile)
  @Refuses('payout_file_unknown')
  read(@Param('id', { schema: id }) fileId: string) {
    return this.one(fileId);
  }

  @Post(':id/release')
  @Does('Lets a file go to the bank; not by the officer who made it')
  @Allow('admin:payments')
  @StepUp()
  @HttpCode(204)
  @Answers(204)
  @Refuses('payout_file_unknown', 'own_payout_file', 'payout_file_released')
  release(@Param('id', { schema: id }) fileId: string) {
    return this.releasePayoutFile.run(fileId);
  }

  @Get(':id/content')
  @Does('The file itself, once it was let go: CSV; who takes it is written down')
  @Allow('admin:payments')
  @StepUp()
  @Answers(200, undefined, { contentType: 'text/csv' })
  @Refuses('payout_file_unknown', 'payout_file_not_released')
  async content(@Param('id', { schema: id }) fileId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { number, bytes } = await this.readPayoutFile.run(fileId);
    void reply.headers({ 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store' });
    const disposition = `attachment; filename="${number}.csv"`;
    return new StreamableFile(bytes, { type: 'text/csv; charset=utf-8', disposition, length: bytes.length });
  }

  private one(fileId: string) {
    return this.all(async (tx) => viewOfPayoutFile(await this.files.lock(tx, fileId)));
  }

  private all<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run((tx) => seeingAll(tx, () => read(tx)));
  }

  /** Which file it answers stands in it. */
  @Post('responses')
  @Does(
    'Takes the bank’s answer to a file, whole or not at all: paid, failed, come back. The same again changes nothing',
  )
  @Allow('admin:payments')
  @StepUp()
  @Takes(['text/csv'], responseBytes_max)
  @HttpCode(200)
  @Answers(200, takenResponse)
  @Refuses(
    'bank_response_unreadable',
    'bank_response_not_ours',
    'bank_response_conflicts',
    'payout_file_unknown',
    'payout_file_not_released',
  )
  async response(@RawBody() bytes: Buffer | undefined) {
    return viewOfTaken(await this.takeBankResponse.run(bytes ?? Buffer.alloc(0)));
  }
}
