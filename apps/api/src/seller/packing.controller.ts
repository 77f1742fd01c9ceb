import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PrintLabel } from '#fulfilment';
import { OrdersQuery, PrintPacking, ReadPacking } from '#orders';
import { Allow, Answers, Does, Limited, Of, OfNobody, Refuses } from '#platform/http';
import { packList, pickList, viewOfPackList, viewOfPickList } from './packing.schema.js';
import { paperFile } from './sheet-file.js';

const ofMyOrder = Of(OrdersQuery, (orders, tx, id) => orders.byId(tx, id));
const pdf = { contentType: 'application/pdf' };

/** What a maker needs on her table while she packs. @rule SM-4 SM-5 S-42 */
@Controller('v1/seller')
export class SellerPackingController {
  constructor(
    private readonly lists: ReadPacking,
    private readonly papers: PrintPacking,
    private readonly labels: PrintLabel,
  ) {}

  @Get('pick-list')
  @Does('What to take from your shelf for all orders that you took and have not packed')
  @OfNobody('the orders are those of the shop the caller acts for')
  @Allow('maker:orders')
  @Answers(200, pickList)
  async pickList() {
    return viewOfPickList(await this.lists.shelf());
  }

  @Get('pick-list/paper')
  @Does('The same list as PDF, in English and Hindi')
  @OfNobody('the orders are those of the shop the caller acts for')
  @Allow('maker:orders')
  @Limited('uploads')
  @Answers(200, undefined, pdf)
  async pickPaper(@Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return paperFile(reply, 'pick-list', await this.papers.shelf());
  }

  @Get('orders/:id/pack-list')
  @Does('What goes into the parcel of an order, with the words of a gift; without prices')
  @ofMyOrder
  @Allow('maker:orders')
  @Answers(200, packList)
  @Refuses('order_not_found', 'nothing_to_pack')
  async packList(@Param('id', { schema: z.uuid() }) id: string) {
    return viewOfPackList(await this.lists.parcel(id));
  }

  @Get('orders/:id/pack-list/paper')
  @Does('The same list as PDF, in English and Hindi')
  @ofMyOrder
  @Allow('maker:orders')
  @Limited('uploads')
  @Answers(200, undefined, pdf)
  @Refuses('order_not_found', 'nothing_to_pack')
  async packPaper(
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const list = await this.papers.parcel(id);
    return paperFile(reply, `pack-list-${list.number}`, list.pdf);
  }

  @Get('orders/:id/label')
  @Does('The label of a parcel that waits for its courier, as PDF of A6 with bars; each is kept for the auditor')
  @ofMyOrder
  @Allow('maker:orders')
  @Limited('uploads')
  @Answers(200, undefined, pdf)
  @Refuses('order_not_found', 'shipment_not_found', 'shipment_held', 'courier_not_booked', 'label_closed')
  async label(
    @Param('id', { schema: z.uuid() }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { number, pdf: content } = await this.labels.run({ kind: 'order', id });
    return paperFile(reply, `label-${number.replaceAll(/[^\w-]/g, '-')}`, content);
  }
}
