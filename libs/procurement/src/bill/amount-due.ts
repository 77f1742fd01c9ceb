import { assert } from '#platform/kernel';
import type { Paise } from '#platform/money';
import { daysAfter } from '#platform/time';
import { frozenValue } from '#policy';
import type { Acceptance } from '../data/acceptances.repository.js';
import type { Contract } from '../data/contracts.repository.js';
import { fail } from '../procurement.errors.js';
import { lateDays, liquidatedDamages } from './liquidated-damages.js';

export interface AmountDue {
  gross_paise: Paise;
  damages_paise: Paise;
  net_paise: Paise;
  /** Days by which the goods came late. */
  late_days: number;
  accepted_at: Date;
  pay_by: Date;
}

/**
 * What an office owes for goods it has accepted, and until when; from the certificate on, with or without a bill.
 * @throws nothing_to_pay
 * @rule  
 */
export function amountDue(contract: Contract, judged: Acceptance | null): AmountDue {
  if (!judged?.accepted) throw fail('nothing_to_pay');
  assert(judged.judged_at, 'accepted pieces have a certificate');
  const gross_paise = contract.unit_price_paise * BigInt(judged.accepted);
  const late_days = lateDays(contract.late_after, judged.delivered_at);
  const damages_paise = liquidatedDamages(gross_paise, late_days, {
    per_week_bp: frozenValue(contract.policy, 'ld.pct_per_week'),
    cap_bp: frozenValue(contract.policy, 'ld.cap_pct'),
    week_days: frozenValue(contract.policy, 'ld.week_days'),
  });
  return {
    ...{ gross_paise, damages_paise, net_paise: gross_paise - damages_paise, late_days },
    accepted_at: judged.judged_at,
    pay_by: daysAfter(judged.judged_at, frozenValue(contract.policy, 'pay.days_after_crac')),
  };
}
