import { ShoppersComplain1795000095000 } from './data/migrations/1795000095000-shoppers-complain.js';
import { MakersAreAsked1795000114000 } from './data/migrations/1795000114000-makers-are-asked.js';

export { GrievancesModule } from './grievances.module.js';
export { complaint_steps_max, ComplaintsQuery, type ToldComplaint } from './data/complaints.query.js';
export type { Complaint } from './data/complaints.repository.js';
export { RaiseComplaint, type RaisedComplaint } from './use-cases/raise-complaint.js';
export { AcknowledgeComplaint } from './use-cases/acknowledge-complaint.js';
export { ResolveComplaint } from './use-cases/resolve-complaint.js';
export { AnswerResolution } from './use-cases/answer-resolution.js';
export { WithdrawComplaint } from './use-cases/withdraw-complaint.js';
export { StrikeComplaint } from './use-cases/strike-complaint.js';
export { AskMaker } from './use-cases/ask-maker.js';
export { AnswerQuestion } from './use-cases/answer-question.js';
export { EndQuestion } from './use-cases/end-question.js';
export { AttachAnswerFile } from './use-cases/attach-answer-file.js';
export { ScanAnswerFile } from './use-cases/scan-answer-file.js';
export { DestroyAnswerFile } from './use-cases/destroy-answer-file.js';
export { PurgeAnswerFiles } from './use-cases/purge-answer-files.js';
export { MakerQuestionsQuery, type OpenedAnswerFile, type ToldQuestion } from './data/maker-questions.query.js';
export { answerFiles_max, type AnswerFile } from './data/answer-files.repository.js';
export { answerFileStates } from './domain/answer-file.js';
export { DestroyAnswerFileJob, ScanAnswerFileJob } from './domain/answer-file.jobs.js';
export { abouts, decisions, outcomes, questions_bound, stepMakers, words_max } from './domain/complaint.js';
export { complaintStates, type ComplaintState } from './domain/complaint.states.js';
export {
  ComplaintAcknowledged,
  ComplaintBreached,
  ComplaintEscalated,
  ComplaintRaised,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintWaits,
  MakerAnswered,
  MakerAsked,
  MakerSilent,
} from './domain/complaint.events.js';
export const grievancesMigrations = [ShoppersComplain1795000095000, MakersAreAsked1795000114000];
