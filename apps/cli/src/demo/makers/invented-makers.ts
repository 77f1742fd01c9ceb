import { reviewedBy, sellerClasses, type SellerClass } from '#sellers';
import { namedId } from '#platform/kernel';
import { inventedName } from './invented-names.js';

const shoppers_per_makers = 12;

/** Somebody who lives nowhere but here. */
export interface InventedPerson {
  id: string;
  name: string;
  /** Of the range of the demo accounts, `9000…`; signs in with a one-time code. */
  mobile: string;
}

/** One maker of the demo; the same number is the same maker at every run and in every installation. */
export interface InventedMaker {
  number: number;
  sellerId: string;
  owner: InventedPerson;
  class: SellerClass;
  stateCode: string;
  /** Which of her State's makers she is; picks her district. */
  turn: number;
  /** The first programme maker of a State comes from the district that has a nodal office of its own. */
  opensDistrictOffice: boolean;
}

/**
 * Makers by turns through the States; the class moves on by one from State to State and from turn to turn, so that every
 * class comes from everywhere.
 * @param stateCodes  in a steady order
 */
export function inventedMakers(count: number, stateCodes: readonly string[]): InventedMaker[] {
  const withOffice = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    const [place, turn] = [i % stateCodes.length, Math.floor(i / stateCodes.length)];
    const stateCode = stateCodes[place]!;
    const sellerClass = sellerClasses[(place + turn) % sellerClasses.length]!;
    const opensDistrictOffice = reviewedBy(sellerClass) === 'district' && !withOffice.has(stateCode);
    if (opensDistrictOffice) withOffice.add(stateCode);
    const number = i + 1;
    const owner = invented('owner', number, '90001');
    const sellerId = namedId('demo maker', String(number));
    return { number, sellerId, owner, class: sellerClass, stateCode, turn, opensDistrictOffice };
  });
}

/** @param makers  how many makers they are to buy from */
export const inventedShoppers = (makers: number): InventedPerson[] =>
  Array.from({ length: Math.ceil(makers / shoppers_per_makers) }, (_, i) => invented('shopper', i + 1, '90002'));

const invented = (what: string, number: number, range: string): InventedPerson => ({
  id: namedId(`demo ${what}`, String(number)),
  name: inventedName(what, number),
  mobile: `${range}${String(number).padStart(5, '0')}`,
});
