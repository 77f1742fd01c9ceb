import { gstinCheckCharacter } from '#platform/identifiers';
import { artisanPapers, type Maker } from '../../../sellers/test/builders/makers.js';
import type { Shop } from './shop.js';

/** A maker in Bihar who is registered for GST: she charges it, and sends to every State. */
export function registered(shop: Pick<Shop, 'goods'>): Promise<Maker> {
  const [name, pan] = ['Kosi Tussar Weavers', 'AAKFK4210M'];
  const number = `10${pan}1Z`;
  return shop.goods.make.verified(
    { name, class: 'artisan' },
    artisanPapers({
      pan: { kind: 'pan', pan, name },
      gst: { kind: 'gst', basis: 'gstin', number: number + gstinCheckCharacter(number) },
    }),
  );
}
