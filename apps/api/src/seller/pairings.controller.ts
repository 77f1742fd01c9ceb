import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { EndPairing, Offers, OwnListingsQuery, PairOffers, Pairings } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { Allow, Answers, Does, Of, OfNobody, Refuses } from '#platform/http';
import {
  ownPairing,
  pairingBody,
  pairingEndBody,
  pairings,
  viewOfOwnPairing,
  viewOfPairing,
} from './pairings.schema.js';

/** Selling what another makes: words and pictures are the maker's, price and pieces the reseller's. @rule SM-3 */
@Controller('v1/seller')
export class SellerPairingsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pairings: Pairings,
    private readonly offers: Offers,
    private readonly pairOffers: PairOffers,
    private readonly endPairing: EndPairing,
  ) {}

  @Get('pairings')
  @Does('Goods of other makers that you sell, the newest first')
  @Allow('maker:list')
  @Answers(200, pairings)
  async own() {
    return { items: (await this.work.run((tx) => this.pairings.own(tx))).map(viewOfPairing) };
  }

  @Get('pairings/:id')
  @Does('Goods of another maker that you sell, by the id of the listing')
  @Allow('maker:list')
  @Of(Pairings, (all, tx, id) => all.findOwn(tx, id))
  @Answers(200, ownPairing)
  @Refuses('pairing_unknown')
  one(@Param('id', { schema: z.uuid() }) id: string) {
    return this.view(id);
  }

  @Put('pairings/:id')
  @Does('Sell goods that another makes: your price, pieces and time on the maker’s variants')
  @Allow('maker:list')
  @OfNobody('goods in the shop are for everybody to see')
  @Answers(200, ownPairing)
  @Refuses('listing_unknown', 'seller_unknown', 'seller_not_listing', 'pair_own_goods', 'maker_not_selling')
  @Refuses('pairing_ended_by_maker', 'illegal_transition', 'category_without_makers', 'variant_unknown')
  @Refuses('offer_label_twice', 'price_above_mrp', 'quantity_range_empty', 'offer_terms_unfit', 'discount_too_small')
  @Refuses('offer_code_taken', 'gtin_malformed', 'stock_below_reserved', 'fssai_missing')
  async pair(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: pairingBody }) body: z.infer<typeof pairingBody>,
  ) {
    await this.pairOffers.run(id, body.offers);
    return this.view(id);
  }

  @Delete('pairings/:id')
  @Does('Sell goods of another no longer; what is promised or sold goes on')
  @Allow('maker:list')
  @Of(Pairings, (all, tx, id) => all.findOwn(tx, id))
  @HttpCode(204)
  @Answers(204)
  @Refuses('pairing_unknown')
  leave(@Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.endPairing.asReseller(id);
  }

  @Get('listings/:id/pairings')
  @Does('Who else sells your goods, the newest first')
  @Allow('maker:list')
  @Of(OwnListingsQuery, (listings, tx, id) => listings.oneOwn(tx, id))
  @Answers(200, pairings)
  @Refuses('listing_unknown')
  async ofMine(@Param('id', { schema: z.uuid() }) id: string) {
    return { items: (await this.work.run((tx) => this.pairings.ofListing(tx, id))).map(viewOfPairing) };
  }

  @Post('listings/:id/pairings/:resellerId/end')
  @Does('End that another sells your goods; she reads why, and may not begin again')
  @Allow('maker:list')
  @Of(OwnListingsQuery, (listings, tx, id) => listings.oneOwn(tx, id))
  @HttpCode(204)
  @Answers(204)
  @Refuses('listing_unknown', 'pairing_unknown')
  end(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('resellerId', { schema: z.uuid() }) resellerId: string,
    @Body({ schema: pairingEndBody }) body: z.infer<typeof pairingEndBody>,
  ): Promise<void> {
    return this.endPairing.asMaker(id, resellerId, body.reason);
  }

  private view(id: string) {
    return this.work.run(async (tx) => {
      const pairing = await this.pairings.findOwn(tx, id);
      return viewOfOwnPairing(pairing, await this.offers.ofSeller(tx, { id, seller_id: pairing.seller_id }));
    });
  }
}
