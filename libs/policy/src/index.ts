export { PolicyModule } from './policy.module.js';
export { policyMigrations } from './data/migrations/index.js';
export { PolicyQuery } from './data/policy.query.js';
export { madeUpParticulars } from './data/made-up-particulars.js';
export { Alarms, type Overdue, type Watched } from './data/alarms.js';
export { ProposalsQuery } from './data/proposals.query.js';
export { type Proposal } from './data/proposals.repository.js';
export { ProposeParameter, type NewProposal } from './use-cases/propose-parameter.js';
export { ApproveParameter } from './use-cases/approve-parameter.js';
export { RejectParameter } from './use-cases/reject-parameter.js';
export { SeedParameters } from './use-cases/seed-parameters.js';
export { ParameterApproved } from './domain/policy.events.js';
export { proposalStates, type ProposalState } from './domain/proposal.js';
export { seedRows, type ParameterRow } from './domain/parameter.js';
export {
  definitionOf,
  isParameterKey,
  type ClockKey,
  type JsonValue,
  type ParameterKey,
  type ParameterValue,
} from './domain/registry.js';
export { findParameter, parameterAt, policyBook, type InForce, type PolicyBook } from './domain/resolve-parameter.js';
export { frozenValue, snapshotSchema, takeSnapshot, type Snapshot } from './domain/snapshot.js';
export { isScope, stateScope, type Audience, type BuyerClass, type Scope, type StateScope } from './domain/scope.js';
export { termEnd } from './domain/term-end.js';
export { units, type Confidence, type Unit } from './domain/definition.js';
export type {
  AlertLadder,
  GstRate,
  MsmeLimits,
  FeeTariff,
  CourierReach,
  FreightTable,
  MilestoneCharge,
  Negotiation,
  BpRange,
  SubsidySlabs,
} from './domain/shapes.js';
