import { ShoppersComplain1795000095000 } from './data/migrations/1795000095000-shoppers-complain.js';

export { GrievancesModule } from './grievances.module.js';
export { complaint_steps_max, ComplaintsQuery, type ToldComplaint } from './data/complaints.query.js';
export type { Complaint } from './data/complaints.repository.js';
export { RaiseComplaint, type RaisedComplaint } from './use-cases/raise-complaint.js';
export { AcknowledgeComplaint } from './use-cases/acknowledge-complaint.js';
export { ResolveComplaint } from './use-cases/resolve-complaint.js';
export { AnswerResolution } from './use-cases/answer-resolution.js';
export { WithdrawComplaint } from './use-cases/withdraw-complaint.js';
export { StrikeComplaint } from './use-cases/strike-complaint.js';
export { abouts, decisions, outcomes, stepMakers, words_max } from './domain/complaint.js';
export { complaintStates, type ComplaintState } from './domain/complaint.states.js';
export {
  ComplaintAcknowledged,
  ComplaintBreached,
  ComplaintEscalated,
  ComplaintRaised,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintWaits,
} from './domain/complaint.events.js';
export const grievancesMigrations = [ShoppersComplain1795000095000];
