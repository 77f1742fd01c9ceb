import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { hoursAfter } from '#platform/time';
import { PolicyQuery } from '#policy';
import { Cash } from '../data/cash.repository.js';
import { nothingYet, type Compared } from '../domain/compared.js';

/** At most so many of each kind are told in one look. */
const told_max = 200;
const open = { canFollow: false, how: null } as const;

@Injectable()
export class CompareCash {
  constructor(
    private readonly work: UnitOfWork,
    private readonly policy: PolicyQuery,
    private readonly cash: Cash,
  ) {}

  /** Cash couriers brought that nobody owed, and cash they collected and did not bring in time, or not all of. @rule S-8 */
  run(): Promise<Compared> {
    return this.work.run(async (tx) => {
      const compared = nothingYet();
      for (const one of await this.cash.unmatched(tx, told_max)) {
        compared.looked++;
        const isUnknown = one.cash_id === null;
        compared.found.push({
          ...{ about: 'cash', provider: one.courier, providerId: one.provider_id, ...open },
          kind: isUnknown ? 'missing_here' : 'amount',
          says: isUnknown
            ? `brought for parcel ${one.parcel}, unknown here`
            : `more brought for parcel ${one.parcel} than it owes`,
          ...{ ourId: one.cash_id, ours_paise: one.matched_paise, theirs_paise: one.amount_paise },
        });
      }
      const before = hoursAfter(tx.now, -24 * this.policy.at('cod.remit_days', tx.now));
      for (const one of await this.cash.late(tx, before, told_max)) {
        compared.looked++;
        const isShort = one.remitted_paise > 0n;
        compared.found.push({
          ...{ about: 'cash', provider: 'courier', providerId: one.id, ourId: one.id, ...open },
          kind: isShort ? 'amount' : 'missing_there',
          says: isShort ? 'less brought than was collected' : 'collected at the door, not brought in time',
          ...{ ours_paise: one.collected_paise, theirs_paise: isShort ? one.remitted_paise : null },
        });
      }
      compared.agreeing.push(...(await this.cash.settledSince(tx, told_max)));
      return compared;
    });
  }
}
