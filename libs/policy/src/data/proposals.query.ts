import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import type { ProposalState } from '../domain/proposal.js';
import { Proposals, type Proposal } from './proposals.repository.js';

@Injectable()
export class ProposalsQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly proposals: Proposals,
  ) {}

  byId(id: string): Promise<Proposal | null> {
    return this.work.run((tx) => this.proposals.byId(tx, id));
  }

  /** Proposals in a state beyond the one with id `beyond`: oldest first towards `next`, newest first towards `prev`. */
  page(state: ProposalState, beyond: string | null, towards: 'next' | 'prev', limit: number): Promise<Proposal[]> {
    return this.work.run((tx) => this.proposals.page(tx, state, beyond, towards, limit));
  }

  count(state: ProposalState): Promise<number> {
    return this.work.run((tx) => this.proposals.count(tx, state));
  }
}
