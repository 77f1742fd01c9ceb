import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, OfNobody, pageOf, Pages, Refuses, StepUp } from '#platform/http';
import { ClearMoratorium, DebarSeller, ImposeMoratorium, ShopQuery, shopKey, SuspendSeller } from '#sellers';
import { shop, viewOfShop } from '../seller/shop.schema.js';
import {
  endBody,
  moratoriumBody,
  shopLine,
  shopsQuery,
  suspensionBody,
  viewOfShopLine,
} from './seller-conduct.schema.js';

const id = z.uuid();

/** The incident desk: what follows from an incident for the shop it is about. @rule SM-1 */
@Controller('v1/admin/seller-conduct')
@OfNobody('the incident desk of the platform answers for every shop')
export class SellerConductController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly shops: ShopQuery,
    private readonly imposeMoratorium: ImposeMoratorium,
    private readonly clearMoratorium: ClearMoratorium,
    private readonly suspendSeller: SuspendSeller,
    private readonly debarSeller: DebarSeller,
  ) {}

  @Get()
  @Does('Shops in a state, the longest in it first')
  @Allow('admin:seller-conduct')
  @Answers(200, pageOf(shopLine))
  async inState(@Query({ schema: shopsQuery }) query: z.infer<typeof shopsQuery>) {
    const request = this.pages.read({ ...query, count: false }, shopKey);
    const rows = await this.work.run((tx) => this.shops.inState(tx, query.state, request));
    return this.pages.of(request, rows, (row) => [row.since_key, row.id], viewOfShopLine);
  }

  @Get(':id')
  @Does('A shop with its measures, appeals and history')
  @Allow('admin:seller-conduct')
  @Answers(200, shop)
  @Refuses('seller_unknown')
  one(@Param('id', { schema: id }) sellerId: string) {
    return this.view(sellerId);
  }

  @Post(':id/moratorium')
  @Does('Nothing new is sold while the incident is looked into; what was sold is delivered')
  @Allow('admin:seller-conduct')
  @StepUp()
  @HttpCode(200)
  @Answers(200, shop)
  @Refuses('seller_unknown', 'illegal_transition', 'own_application')
  async moratorium(
    @Param('id', { schema: id }) sellerId: string,
    @Body({ schema: moratoriumBody }) body: z.infer<typeof moratoriumBody>,
  ) {
    await this.imposeMoratorium.run(sellerId, body);
    return this.view(sellerId);
  }

  @Post(':id/moratorium/end')
  @Does('The case is closed, no fault was found: the goods are on sale again')
  @Allow('admin:seller-conduct')
  @StepUp()
  @HttpCode(200)
  @Answers(200, shop)
  @Refuses('seller_unknown', 'illegal_transition', 'own_application')
  async clear(@Param('id', { schema: id }) sellerId: string, @Body({ schema: endBody }) body: z.infer<typeof endBody>) {
    await this.clearMoratorium.run(sellerId, body.reason);
    return this.view(sellerId);
  }

  @Post(':id/suspension')
  @Does('An upheld incident: suspend for the days of its level and repetition, or warn where there are none')
  @Allow('admin:seller-conduct')
  @StepUp()
  @HttpCode(200)
  @Answers(200, shop)
  @Refuses('seller_unknown', 'illegal_transition', 'own_application')
  async suspend(
    @Param('id', { schema: id }) sellerId: string,
    @Body({ schema: suspensionBody }) body: z.infer<typeof suspensionBody>,
  ) {
    await this.suspendSeller.run(sellerId, body.severity, body);
    return this.view(sellerId);
  }

  @Post(':id/debarment')
  @Does('Exclude a shop for good: a grave fault for the third time, decided by another officer')
  @Allow('admin:seller-conduct')
  @StepUp()
  @HttpCode(200)
  @Answers(200, shop)
  @Refuses('seller_unknown', 'illegal_transition', 'debarment_not_due', 'own_decision', 'shop_has_open_dealings')
  @Refuses('own_application', 'appeal_waits')
  async debar(@Param('id', { schema: id }) sellerId: string, @Body({ schema: endBody }) body: z.infer<typeof endBody>) {
    await this.debarSeller.run(sellerId, body.reason);
    return this.view(sellerId);
  }

  private async view(sellerId: string): Promise<z.input<typeof shop>> {
    return viewOfShop(await this.work.run((tx) => this.shops.forConduct(tx, sellerId)));
  }
}
