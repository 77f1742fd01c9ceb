import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { Paise } from '#platform/money';
import { addDays, istDay, startOfIstDay } from '#platform/time';
import { PolicyQuery, type Audience } from '#policy';
import { Contracts } from '../data/contracts.repository.js';
import { fail } from '../procurement.errors.js';
import { SplitWarnings } from './split-warnings.js';
import { leastFormalMode, mayUse, splitting, type Ceilings } from './choose.js';

export interface Purchase {
  asked: 'direct' | 'l1';
  officeId: string;
  /** For whom the ceilings are asked. */
  audience: Audience;
  value_paise: Paise;
  /** First four digits of the HSN. */
  category: string;
  isJustified: boolean;
  /** The head of department let it pass. */
  mayPass: boolean;
  demandId: string;
}

@Injectable()
export class AssertMode {
  constructor(
    private readonly policy: PolicyQuery,
    private readonly contracts: Contracts,
    private readonly warnings: SplitWarnings,
  ) {}

  /**
   * Whether this value may be bought the asked way at this moment, by itself and together with what the office ordered in the
   * category lately; what looked like splitting is kept. Orders of one office in one category are decided one after the other.
   * @returns what the office ordered in the window before, paise
   * @throws mode_not_allowed · split_warning · split_block
   * @rule 
   */
  async inside(tx: Tx, purchase: Purchase): Promise<Paise> {
    const { asked, officeId, audience, value_paise, category } = purchase;
    const ceilings: Ceilings = {
      direct_max_paise: this.policy.at('proc.direct.max', tx.now, audience),
      l1_max_paise: this.policy.at('proc.l1.max', tx.now, audience),
    };
    if (!mayUse(asked, value_paise, ceilings)) {
      throw fail('mode_not_allowed', {
        value_paise: String(value_paise),
        ceiling_paise: String(asked === 'direct' ? ceilings.direct_max_paise : ceilings.l1_max_paise),
        asked,
        suggest: leastFormalMode(value_paise, ceilings),
      });
    }
    const window_days = this.policy.at('split.window_days', tx.now, audience);
    const since = startOfIstDay(addDays(istDay(tx.now), -window_days));
    const earlier_paise = await this.contracts.orderedSince(tx, officeId, category, since);
    const sum_paise = earlier_paise + value_paise;
    const found = splitting(asked, value_paise, earlier_paise, ceilings);
    if (found === 'none') return earlier_paise;
    const ceiling_paise = found === 'block' ? ceilings.l1_max_paise : ceilings.direct_max_paise;
    const facts = { sum_paise: String(sum_paise), ceiling_paise: String(ceiling_paise), window_days };
    if (found === 'block' && !purchase.mayPass) throw fail('split_block', facts);
    if (found === 'warning' && !purchase.isJustified) throw fail('split_warning', facts);
    await this.warnings.note(tx, purchase.demandId, { found, sum_paise, ceiling_paise });
    return earlier_paise;
  }
}
