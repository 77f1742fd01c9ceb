import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Parameters } from '../data/parameters.repository.js';
import { PolicyQuery } from '../data/policy.query.js';
import { seedRows } from '../domain/parameter.js';
import { planSeed } from '../domain/plan-seed.js';

/**
 * Brings the register up to the values this release knows. It only adds rows that begin on a day on which nothing begins
 * yet, and closes what they follow; values that administrators added stay, and a second run changes nothing.
 * @rule
 */
@Injectable()
export class SeedParameters {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parameters: Parameters,
    private readonly policy: PolicyQuery,
  ) {}

  /** @returns what was added, in words */
  async run(): Promise<string> {
    const said = await this.work.run(async (tx) => {
      const plan = planSeed(await this.parameters.lockAll(tx), seedRows());
      if (plan.adds.length === 0) return 'nothing new';
      for (const { row, effective_to } of plan.closes) await this.parameters.close(tx, row, effective_to);
      const added = await this.parameters.add(tx, plan.adds);
      tx.audit({ action: 'policy.seeded', object: { kind: 'policy.seed', id: 'register' }, after: { added } });
      return `added ${added} values`;
    });
    await this.policy.refresh();
    return said;
  }
}
