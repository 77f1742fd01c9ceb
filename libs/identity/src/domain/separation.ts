import { fail } from './errors.js';
import type { Role } from './permissions.js';

const secondary = ['gov_buyer', 'gov_consignee', 'gov_ddo', 'gov_pao'] as const;

/**
 * Roles one person may not hold together in one buying organisation, which is the organisation with everything under it.
 * Buyer with consignee is allowed. Paying and billing exclude each other because S-28 wants two people at the release
 * of money; the competent authority excludes who raises and who pays for the same reason.
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
