import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrdersModule } from '#orders';
import { PaymentsModule } from '#payments';
import { CryptoModule } from '#platform/crypto';
import { FilesModule } from '#platform/files';
import { PolicyModule } from '#policy';
import { AnswerFiles } from './data/answer-files.repository.js';
import { ComplaintEntity, ComplaintStepEntity } from './data/complaint.entity.js';
import { ComplaintsQuery } from './data/complaints.query.js';
import { Complaints } from './data/complaints.repository.js';
import { AnswerFileEntity, MakerQuestionEntity } from './data/maker-question.entity.js';
import { MakerQuestionsQuery } from './data/maker-questions.query.js';
import { MakerQuestions } from './data/maker-questions.repository.js';
import { AcknowledgeComplaint } from './use-cases/acknowledge-complaint.js';
import { AnswerQuestion } from './use-cases/answer-question.js';
import { AnswerResolution } from './use-cases/answer-resolution.js';
import { AskMaker } from './use-cases/ask-maker.js';
import { AttachAnswerFile } from './use-cases/attach-answer-file.js';
import { DeskComplaints } from './use-cases/desk-complaints.js';
import { DestroyAnswerFile } from './use-cases/destroy-answer-file.js';
import { EndQuestion } from './use-cases/end-question.js';
import { PurgeAnswerFiles } from './use-cases/purge-answer-files.js';
import { RaiseComplaint } from './use-cases/raise-complaint.js';
import { ResolveComplaint } from './use-cases/resolve-complaint.js';
import { ScanAnswerFile } from './use-cases/scan-answer-file.js';
import { StrikeComplaint } from './use-cases/strike-complaint.js';
import { WithdrawComplaint } from './use-cases/withdraw-complaint.js';

const verbs = [
  RaiseComplaint,
  AcknowledgeComplaint,
  ResolveComplaint,
  AnswerResolution,
  WithdrawComplaint,
  StrikeComplaint,
  AskMaker,
  AnswerQuestion,
  EndQuestion,
  AttachAnswerFile,
  ScanAnswerFile,
  DestroyAnswerFile,
  PurgeAnswerFiles,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([ComplaintEntity, ComplaintStepEntity, MakerQuestionEntity, AnswerFileEntity]),
    CryptoModule,
    FilesModule,
    PolicyModule,
    OrdersModule,
    PaymentsModule,
  ],
  providers: [...verbs, Complaints, DeskComplaints, ComplaintsQuery, MakerQuestions, AnswerFiles, MakerQuestionsQuery],
  exports: [...verbs, ComplaintsQuery, MakerQuestionsQuery],
})
export class GrievancesModule {}
