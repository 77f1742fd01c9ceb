import { fail } from './shop.errors.js';

/**
 * Who keeps the accounts of a shop reads where its money goes; where it goes her owner says.
 * @throws owner_changes_account (403)
 * @rule S-9 S-28
 */
export function assertOwners(roles: readonly string[]): void {
  if (roles.includes('maker_accounts') && !roles.includes('maker_owner')) throw fail('owner_changes_account');
}
