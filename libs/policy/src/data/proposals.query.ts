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

  /** Proposals in a state, oldest first, after the one with id `after`. */
  page(state: ProposalState, after: string | null, limit: number): Promise<Proposal[]> {
    return this.work.run((tx) => this.proposals.page(tx, state, after, limit));
  }
}
