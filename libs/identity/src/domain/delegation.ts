import { fail } from './errors.js';
import type { Role } from './permissions.js';
import { permissionsOf } from './permissions.js';

/** Who may stand beside a maker: the leader of her group, a service centre, a field officer. */
export const delegateKinds = ['shg_leader', 'service_centre', 'field_officer'] as const;
export type DelegateKind = (typeof delegateKinds)[number];

/** What a maker can hand to a delegate. Payouts are among them only because each such act needs her own code besides. */
export const delegable = ['maker:apply', 'maker:list', 'maker:orders', 'maker:contracts', 'maker:payouts'] as const;

export const delegation_days_max = 366;

/** @throws delegation_scope_unfit, delegation_too_long (422) */
export function assertDelegation(scope: readonly string[], until: Date, now: Date): void {
  const unfit = scope.find((each) => !(delegable as readonly string[]).includes(each));
  if (unfit !== undefined) throw fail('delegation_scope_unfit', { scope: unfit });
  const days = (until.getTime() - now.getTime()) / 86_400_000;
  if (days <= 0 || days > delegation_days_max) throw fail('delegation_too_long', { days_max: delegation_days_max });
}

/** What a delegate may do: what was handed over, as far as the maker herself still may. */
export function delegatedPermissions(scope: readonly string[], makerRoles: readonly Role[]): ReadonlySet<string> {
  const own = permissionsOf(makerRoles, false);
  return new Set(scope.filter((each) => own.has(each)));
}
