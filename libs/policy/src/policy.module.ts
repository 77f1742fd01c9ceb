import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Alarms } from './data/alarms.js';
import { ParameterProposalEntity } from './data/parameter-proposal.entity.js';
import { ParameterEntity } from './data/parameter.entity.js';
import { Parameters } from './data/parameters.repository.js';
import { PolicyQuery } from './data/policy.query.js';
import { ProposalsQuery } from './data/proposals.query.js';
import { Proposals } from './data/proposals.repository.js';
import { ApproveParameter } from './use-cases/approve-parameter.js';
import { ProposeParameter } from './use-cases/propose-parameter.js';
import { RejectParameter } from './use-cases/reject-parameter.js';
import { SeedParameters } from './use-cases/seed-parameters.js';

const verbs = [ProposeParameter, ApproveParameter, RejectParameter, SeedParameters];
const questions = [PolicyQuery, ProposalsQuery, Alarms];

@Module({
  imports: [TypeOrmModule.forFeature([ParameterEntity, ParameterProposalEntity])],
  providers: [Parameters, Proposals, ...verbs, ...questions],
  exports: [...verbs, ...questions],
})
export class PolicyModule {}
