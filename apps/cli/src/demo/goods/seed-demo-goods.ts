import { Injectable } from '@nestjs/common';
import { AddPictures, CountShelf, PutGoodsOnSale, type ListingInput } from '#catalogue';
import { isProduction } from '#platform/config';
import { MakeDemoSellers, type DemoSeller } from '#sellers';
import { inventedPapers } from '../makers/invented-papers.js';
import { describeGoods, drawnOf } from './describe.js';
import { Grounds } from './grounds.js';
import { Lot } from './lot.js';
import { goods_default, planGoods, type GoodsMaker, type PlannedGoods } from './plan.js';
import { drawMotifs, type MotifName } from './pictures/draw.js';
import { motifsFor } from './pictures/which.js';

/** The oldest goods came to the shop so long ago. */
const oldest_days = 150;

/**
 * A bazaar of invented goods over all categories and States. Written in a few statements, without the steps a maker goes
 * through; what is there already is left alone, so that a run that was killed is finished by the next.
 */
@Injectable()
export class SeedDemoGoods {
  constructor(
    private readonly grounds: Grounds,
    private readonly sellers: MakeDemoSellers,
    private readonly pictures: AddPictures,
    private readonly goods: PutGoodsOnSale,
    private readonly countShelf: CountShelf,
  ) {}

  /** @returns what it did, in words */
  async run(tell: (there: number) => void = () => undefined, count = goods_default): Promise<string> {
    if (isProduction()) throw new Error('Demo goods are not made in production.');
    const grounds = await this.grounds.all();
    if (grounds.length === 0) throw new Error('There are no districts and products yet: run "bazaar seed" first.');
    const planned = planGoods(grounds, count);
    const missing = new Set(await this.goods.missing(planned.map((one) => one.id)));
    if (missing.size === 0) return `${planned.length}, none of them new`;
    const makers = await this.sellers.run([...new Set(planned.map((one) => one.maker))].map(sellerOf));
    const media = await this.addPictures();
    const wanted = planned
      .filter((one) => missing.has(one.id))
      .map((one) => ({
        id: one.id,
        sellerId: one.maker.sellerId,
        content: describeGoods(one, drawnOf(one), imagesOf(one, media)),
        age_hours: new Lot('age', one.id).below(oldest_days * 24),
      }));
    const made = await this.goods.run(wanted, tell);
    await this.countShelf.run();
    return `${planned.length}, ${made} of them new, of ${makers} new makers: all invented`;
  }

  private async addPictures(): Promise<ReadonlyMap<MotifName, string>> {
    const drawn = await drawMotifs();
    const added = await this.pictures.ofPlatform(drawn.map((one) => one.png));
    return new Map(drawn.map((one, i) => [one.name, added[i]!.mediaId]));
  }
}

/** A maker with all her papers; whoever lists food has a licence. */
export function sellerOf(maker: GoodsMaker): DemoSeller {
  const { ground, owner } = maker;
  return {
    ...{ id: maker.sellerId, applicantId: owner.id, class: maker.class, name: maker.shop },
    ...{ districtId: ground.districtId, stateCode: ground.stateCode, pincode: ground.pincode, place: ground.district },
    ...{ addressLine: `${maker.number} Demo Lane`, entryId: ground.entryId },
    papers: [
      ...inventedPapers(maker, ground),
      { kind: 'fssai', number: `2${String(maker.number).padStart(13, '0')}`, expiresOn: '2035-12-31' },
    ],
  };
}

function imagesOf(goods: PlannedGoods, media: ReadonlyMap<MotifName, string>): ListingInput['images'] {
  const { article, maker } = goods;
  return motifsFor(goods).map((motif) => ({
    mediaId: media.get(motif)!,
    alt: `Drawing of a ${motif.replaceAll('-', ' ')}, standing for ${article.name} from ${maker.ground.district}`,
  }));
}
