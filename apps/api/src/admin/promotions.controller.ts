import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import {
  Allow,
  Answers,
  created,
  Does,
  OfNobody,
  pageOf,
  pageQuery,
  Pages,
  Refuses,
  type PageQuery,
} from '#platform/http';
import { EndPromotion, OpenPromotion, promotionKey, Promotions } from '#promotions';
import { promotionBody, promotionView, viewOfPromotion, wishOf } from '../seller/promotions.schema.js';

/** Reductions the platform gives on everybody's goods and pays for; each has an end in number and money. @rule S-10 */
@Controller('v1/admin/promotions')
@OfNobody('what the platform gives is the payments desk’s')
export class AdminPromotionsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly promotions: Promotions,
    private readonly openPromotion: OpenPromotion,
    private readonly endPromotion: EndPromotion,
  ) {}

  @Get()
  @Does('Reductions the platform pays for, the newest first')
  @Allow('admin:payments')
  @Answers(200, pageOf(promotionView))
  async list(@Query({ schema: pageQuery }) query: PageQuery) {
    const request = this.pages.read(query, promotionKey);
    return this.work.run(async (tx) => {
      const rows = await this.promotions.of(tx, null, request);
      return this.pages.of(
        request,
        rows,
        (row) => [row.id],
        (row) => viewOfPromotion(row, tx.now),
      );
    });
  }

  @Post()
  @Does('Give a reduction on all goods, at the platform’s cost')
  @Allow('admin:payments')
  @Answers(201, promotionView)
  @Refuses('promotion_unfit', 'promotion_code_taken')
  open(@Body({ schema: promotionBody }) body: z.infer<typeof promotionBody>) {
    return this.work.run(async (tx) => {
      const { promotionId } = await this.openPromotion.run(wishOf(body), null);
      const row = await this.promotions.lock(tx, promotionId, null);
      return created(`/v1/admin/promotions/${promotionId}`, viewOfPromotion(row, tx.now));
    });
  }

  @Post(':id/end')
  @Does('Give it no more; what was ordered with it stays as it is')
  @Allow('admin:payments')
  @HttpCode(204)
  @Answers(204)
  @Refuses('promotion_unknown')
  end(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.endPromotion.run(id, null);
  }
}
