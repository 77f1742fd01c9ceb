import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { DecideDistrictOrder, districtOrderKey, DistrictOrders, ProposeDistrictOrder } from '#odop';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, Of, OfNobody, pageOf, Pages, Refuses } from '#platform/http';
import {
  districtDecisionBody,
  districtOrder,
  districtOrderBody,
  districtOrdersQuery,
  viewOfOrder,
} from './district-orders.schema.js';

const id = z.uuid();

/** Districts are renamed, divided and merged by order: one officer enters it, another confirms it. @rule */
@OfNobody('orders about districts are the whole programme’s')
@Controller('v1/admin/district-orders')
@Of(DistrictOrders, (orders, tx, orderId) => orders.one(tx, orderId))
export class AdminDistrictOrdersController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pages: Pages,
    private readonly orders: DistrictOrders,
    private readonly propose: ProposeDistrictOrder,
    private readonly decide: DecideDistrictOrder,
  ) {}

  @Get()
  @Does('Orders that change districts, newest first')
  @Allow('odop:confirm')
  @Answers(200, pageOf(districtOrder))
  async list(@Query({ schema: districtOrdersQuery }) query: z.infer<typeof districtOrdersQuery>) {
    const request = this.pages.read({ ...query, count: false }, districtOrderKey);
    const rows = await this.work.run((tx) => this.orders.page(tx, request));
    return this.pages.of(request, rows, (row) => [row.proposed_key, row.id], viewOfOrder);
  }

  @Get(':id')
  @Does('An order that changes a district')
  @Allow('odop:confirm')
  @Answers(200, districtOrder)
  @Refuses('district_order_not_found')
  one(@Param('id', { schema: id }) orderId: string) {
    return this.view(orderId);
  }

  @Post()
  @Does(
    'Enter an order that renames, divides or merges a district; nothing changes before a second officer confirms it',
  )
  @Allow('odop:confirm')
  @Answers(201, districtOrder)
  @Refuses(
    'outside_your_desk',
    'district_not_listed',
    'district_ended',
    'district_order_open',
    'district_order_too_early',
    'district_name_taken',
    'district_lgd_taken',
    'pincode_not_of_district',
    'entry_not_of_district',
    'merge_into_other_state',
  )
  async enter(@Body({ schema: districtOrderBody }) body: z.infer<typeof districtOrderBody>) {
    const { district, ...wanted } = body;
    const orderId = await this.propose.run(district, wanted);
    return created(`/v1/admin/district-orders/${orderId}`, await this.view(orderId));
  }

  @Post(':id/decision')
  @Does('Confirm or refuse an order; a confirmed one takes effect on its day')
  @Allow('odop:confirm')
  @HttpCode(200)
  @Answers(200, districtOrder)
  @Refuses(
    'district_order_not_found',
    'outside_your_desk',
    'same_officer_twice',
    'district_order_decided',
    'district_not_listed',
    'district_name_taken',
    'district_lgd_taken',
    'pincode_not_of_district',
    'entry_not_of_district',
    'merge_into_other_state',
  )
  async settle(
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: districtDecisionBody }) body: z.infer<typeof districtDecisionBody>,
  ) {
    await this.decide.run(orderId, body.decision, body.reason);
    return this.view(orderId);
  }

  private async view(orderId: string) {
    return viewOfOrder(await this.work.run((tx) => this.orders.one(tx, orderId)));
  }
}
