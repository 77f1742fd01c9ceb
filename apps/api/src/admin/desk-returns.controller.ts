import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DecideReturn, DeskReturnsQuery, ReturnPhotosQuery, Returns } from '#orders';
import { seeingAll, UnitOfWork, type Tx } from '#platform/database';
import { Allow, Answers, Does, Idempotent, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import { returnPhotos, viewOfPhotos } from '../buyer/return-photos.schema.js';
import { orderReturns, viewOfReturns } from '../buyer/returns.schema.js';
import { AnswersFile, sendFile } from '../files/sealed-file.js';
import { decideReturnBody, deskReturn, deskReturnsQuery, viewOfDeskReturn } from './desk-returns.schema.js';

const id = z.uuid();
const byId = z.tuple([z.uuid()]);

/** The payments desk: goods that should be back with their makers, and of which nobody says anything. @rule SM-4 */
@Controller('v1/admin/returns')
@OfNobody('the payments desk answers for the money of every shop')
export class DeskReturnsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly desk: DeskReturnsQuery,
    private readonly returns: Returns,
    private readonly photos: ReturnPhotosQuery,
    private readonly decideReturn: DecideReturn,
  ) {}

  @Get()
  @Does('Returns under way in a state, the longest asked first: without one, those on their way back')
  @Allow('admin:payments')
  @Answers(200, pageOf(deskReturn))
  async list(@Query({ schema: deskReturnsQuery }) query: z.infer<typeof deskReturnsQuery>) {
    const request = this.pages.read({ ...query, count: false }, byId);
    const rows = await this.all((tx) => this.desk.page(tx, query.state, request));
    return this.pages.of(request, rows, (row) => [row.id], viewOfDeskReturn);
  }

  @Get(':id')
  @Does('What was asked to be sent back of an order, and how it travels')
  @Allow('admin:payments')
  @Answers(200, orderReturns)
  @Refuses('order_not_found')
  async one(@Param('id', { schema: id }) orderId: string) {
    return viewOfReturns(await this.all((tx) => this.returns.of(tx, orderId)));
  }

  @Get(':id/photos')
  @Does('What the shopper shows of the goods of an order')
  @Allow('admin:payments')
  @Answers(200, returnPhotos)
  @Refuses('order_not_found')
  async shown(@Param('id', { schema: id }) orderId: string) {
    return viewOfPhotos(await this.all((tx) => this.photos.of(tx, orderId, 'others')));
  }

  @Get(':id/photos/:photoId')
  @Does('One of them, to save; that you looked is recorded')
  @Allow('admin:payments')
  @AnswersFile()
  @Refuses('order_not_found', 'return_photo_unknown', 'return_photo_not_scanned', 'return_photo_infected')
  async photo(
    @Param('id', { schema: id }) orderId: string,
    @Param('photoId', { schema: id }) photoId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { photo, bytes } = await this.all((tx) => this.photos.read(tx, orderId, photoId, 'others'));
    return sendFile(reply, { name: `return-${photo.id}`, type: photo.content_type }, bytes);
  }

  @Post(':id/decision')
  @Does('Decides about the goods of an order that should be back: received, or ended; shopper and maker are told')
  @Allow('admin:payments')
  @StepUp()
  @Idempotent()
  @HttpCode(200)
  @Answers(200, orderReturns)
  @Refuses('order_not_found', 'return_not_under_way', 'return_not_overdue', 'illegal_transition')
  async decide(
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: decideReturnBody }) body: z.infer<typeof decideReturnBody>,
  ) {
    await this.decideReturn.run(orderId, body.outcome, body.reason);
    return this.one(orderId);
  }

  private all<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
    return this.work.run((tx) => seeingAll(tx, () => read(tx)));
  }
}
