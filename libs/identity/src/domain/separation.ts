import { fail } from './errors.js';
import type { Role } from './permissions.js';

const secondary = ['gov_buyer', 'gov_consignee', 'gov_ddo', 'gov_pao'] as const;

/**
 * Roles one person may not hold together in one house: a buying organisation with everything under it, or a shop.
 * Buyer with consignee is allowed. Paying and billing exclude each other because S-28 wants two people at the release
 * of money; the competent authority excludes who raises and who pays for the same reason, and vigilance whom it watches.
 * @rule S-28
 */
const apart: readonly (readonly [Role, Role])[] = [
  ['gov_pao', 'gov_buyer'],
  ['gov_pao', 'gov_consignee'],
  ['gov_ddo', 'gov_buyer'],
  ['gov_ddo', 'gov_consignee'],
  ['gov_ddo', 'gov_pao'],
  ...secondary.map((role) => ['gov_primary_user', role] as const),
  ...secondary.map((role) => ['gov_competent_authority', role] as const),
  ['gov_verifying_authority', 'gov_primary_user'],
  ['gov_verifying_authority', 'gov_competent_authority'],
  ...secondary.map((role) => ['gov_verifying_authority', role] as const),
  ...(['gov_primary_user', 'gov_competent_authority', ...secondary] as const).map(
    (role) => ['gov_vigilance', role] as const,
  ),
  // In a shop, who sees to the money does not send the goods; the owner answers for both (S-28).
  ...(['maker_manager', 'maker_packer', 'maker_member'] as const).map((role) => ['maker_accounts', role] as const),
];

/** The role already held that excludes `role`, or null. @rule */
export function excludedBy(role: Role, held: readonly Role[]): Role | null {
  for (const [a, b] of apart) {
    if (role === a && held.includes(b)) return b;
    if (role === b && held.includes(a)) return a;
  }
  return null;
}

/** @throws duties_not_separate (403) @rule */
export function assertRolesApart(role: Role, held: readonly Role[]): void {
  const other = excludedBy(role, held);
  if (other !== null) throw fail('duties_not_separate', { role, with: other });
}

/** The acts of a public purchase that separation speaks of, in the order in which they happen. */
export const purchaseActs = [
  'raise_demand',
  'approve_demand',
  'publish_bid',
  'open_bid',
  'evaluate',
  'recommend_award',
  'approve_award',
  'place_order',
  'receive',
  'accept',
  'raise_bill',
  'certify_bill',
  'pay_bill',
] as const;
export type PurchaseAct = (typeof purchaseActs)[number];

/** An act done earlier on the same purchase, and by whom. */
export interface EarlierAct {
  act: PurchaseAct;
  personId: string;
}

/** Which earlier acts on the same purchase exclude a person from this one. Acts not named here exclude nobody. */
const excludedActs: Partial<Record<PurchaseAct, readonly PurchaseAct[]>> = {
  approve_demand: ['raise_demand'],
  // Two different officers open together.
  open_bid: ['open_bid'],
  approve_award: ['recommend_award', 'evaluate', 'raise_demand'],
  // An officer may have been the authority when the demand was approved and be a buyer by now.
  place_order: ['approve_demand'],
  certify_bill: ['raise_demand', 'place_order', 'receive', 'accept', 'raise_bill'],
  pay_bill: ['raise_demand', 'approve_demand', 'place_order', 'receive', 'accept', 'raise_bill', 'certify_bill'],
};

/** The earlier act that keeps these people from `act`, or null. @rule S-28 */
export function excludingAct(
  act: PurchaseAct,
  personIds: readonly string[],
  earlier: readonly EarlierAct[],
): PurchaseAct | null {
  const excluding = excludedActs[act] ?? [];
  return earlier.find((each) => excluding.includes(each.act) && personIds.includes(each.personId))?.act ?? null;
}
