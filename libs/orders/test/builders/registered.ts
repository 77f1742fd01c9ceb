import { randomInt } from 'node:crypto';
import { gstinCheckCharacter } from '#platform/identifiers';
import type { Actor } from '#platform/kernel';
import { artisanPapers, type Maker } from '../../../sellers/test/builders/makers.js';
import type { Shop } from './shop.js';

const letter = (): string => String.fromCodePoint(65 + randomInt(26));

/**
 * A maker in Bihar who is registered for GST: she charges it, and sends to every State. Her numbers are nobody else's.
 * @param as.applicant  the person behind her; a new one when absent
 */
export function registered(shop: Pick<Shop, 'goods'>, as: { applicant?: Actor } = {}): Promise<Maker> {
  // A firm's PAN: its fifth letter begins the firm's name. Digits that begin with 4 mean no trouble to the simulated register.
  const first = letter();
  const pan = `${first}${letter()}${letter()}F${first}4${randomInt(100, 1_000)}${letter()}`;
  const name = `${pan} Invented Enterprise`;
  const number = `10${pan}1Z`;
  return shop.goods.make.verified(
    { name, class: 'artisan', ...as },
    artisanPapers({
      pan: { kind: 'pan', pan, name },
      gst: { kind: 'gst', basis: 'gstin', number: number + gstinCheckCharacter(number) },
    }),
  );
}
