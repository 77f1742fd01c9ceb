import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { AddLocation, ChangeLocation, RetireLocation, StockLocations } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, created, Does, Of, Refuses } from '#platform/http';
import { locationBody, stockLocation, stockLocations, viewOfLocation } from './stock.schema.js';

/** Where a seller keeps her goods. Who has one shelf never needs this. @rule S-4 */
@Controller('v1/seller/locations')
@Of(StockLocations, (locations, tx, id) => locations.lockOwn(tx, id))
export class SellerLocationsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly locations: StockLocations,
    private readonly addLocation: AddLocation,
    private readonly changeLocation: ChangeLocation,
    private readonly retireLocation: RetireLocation,
  ) {}

  @Get()
  @Does('The places where you keep goods; the first one was made by itself')
  @Allow('maker:list')
  @Answers(200, stockLocations)
  async all() {
    return { items: (await this.work.run((tx) => this.locations.own(tx))).map(viewOfLocation) };
  }

  @Post()
  @Does('One more place for goods, in your own State')
  @Allow('maker:list')
  @Answers(201, stockLocation)
  @Refuses('seller_unknown', 'location_unknown', 'location_name_taken', 'locations_too_many')
  @Refuses('pincode_unknown', 'pincode_in_other_state')
  async add(@Body({ schema: locationBody }) body: z.infer<typeof locationBody>) {
    const { locationId } = await this.addLocation.run(body.name, body.pincode);
    return created(`/v1/seller/locations/${locationId}`, await this.view(locationId));
  }

  @Put(':id')
  @Does('Another name or PIN code for a place')
  @Allow('maker:list')
  @Answers(200, stockLocation)
  @Refuses('seller_unknown', 'location_unknown', 'location_name_taken', 'pincode_unknown', 'pincode_in_other_state')
  async change(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: locationBody }) body: z.infer<typeof locationBody>,
  ) {
    await this.changeLocation.run(id, body.name, body.pincode);
    return this.view(id);
  }

  @Post(':id/retirement')
  @Does('Give up an empty place; what comes back from buyers goes to the first one')
  @Allow('maker:list')
  @HttpCode(204)
  @Answers(204)
  @Refuses('location_unknown', 'location_is_first', 'location_not_empty')
  retire(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.retireLocation.run(id);
  }

  private async view(id: string) {
    const row = (await this.work.run((tx) => this.locations.own(tx))).find((one) => one.id === id);
    return viewOfLocation(row!);
  }
}
