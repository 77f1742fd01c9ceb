import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Demands, type Demand } from '../data/demands.repository.js';
import { FundsAccount } from '../funds-account.js';
import { FUNDS_RAIL, FundsRefused, type FundsRail } from '../ports/funds.js';
import { DemandApproved, FundsRefused as FundsRefusedNews } from '../procurement.events.js';

@Injectable()
export class BlockFunds {
  constructor(
    private readonly work: UnitOfWork,
    private readonly demands: Demands,
    private readonly funds: FundsAccount,
    @Inject(FUNDS_RAIL) private readonly rail: FundsRail,
  ) {}

  /**
   * Claim, call, settle: the demand and its attempt are the rail's key. Refused funds bring the demand back to the
   * authority with the payer's reason.
   * @rule S-7
   */
  async run({ demandId, attempt }: { demandId: string; attempt: number }): Promise<void> {
    const demand = await this.work.run((tx) => this.demands.find(tx, demandId));
    if (demand.state !== 'funds_pending' || demand.funds_attempt !== attempt) return;
    const answer = await this.ask(demand, attempt);
    await this.work.run(async (tx) => {
      const now = await this.demands.lock(tx, demandId);
      if (now.state !== 'funds_pending' || now.funds_attempt !== attempt) return;
      if ('refused' in answer) {
        await this.demands.move(tx, now, 'refuse_funds', { funds_refusal: answer.refused }, answer.refused);
        tx.emit(FundsRefusedNews, { demandId, officeId: now.office_id, why: answer.refused });
      } else {
        await this.demands.move(tx, now, 'block_funds', { funds_block: answer.block });
        await this.funds.block(tx, now);
        tx.emit(DemandApproved, { demandId, officeId: now.office_id });
      }
    });
  }

  private async ask(demand: Demand, attempt: number): Promise<{ block: string | null } | { refused: string }> {
    try {
      const block = await this.rail.block({
        key: `${demand.id}-${attempt}`,
        rail: demand.rail,
        budgetHead: demand.budget_head,
        amount_paise: demand.estimate_paise,
        reference: demand.id,
      });
      return { block };
    } catch (error) {
      if (error instanceof FundsRefused) return { refused: error.code };
      throw error;
    }
  }
}
