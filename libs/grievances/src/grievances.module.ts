import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrdersModule } from '#orders';
import { PaymentsModule } from '#payments';
import { CryptoModule } from '#platform/crypto';
import { PolicyModule } from '#policy';
import { ComplaintEntity, ComplaintStepEntity } from './data/complaint.entity.js';
import { ComplaintsQuery } from './data/complaints.query.js';
import { Complaints } from './data/complaints.repository.js';
import { AcknowledgeComplaint } from './use-cases/acknowledge-complaint.js';
import { AnswerResolution } from './use-cases/answer-resolution.js';
import { DeskComplaints } from './use-cases/desk-complaints.js';
import { RaiseComplaint } from './use-cases/raise-complaint.js';
import { ResolveComplaint } from './use-cases/resolve-complaint.js';
import { StrikeComplaint } from './use-cases/strike-complaint.js';
import { WithdrawComplaint } from './use-cases/withdraw-complaint.js';

const verbs = [
  RaiseComplaint,
  AcknowledgeComplaint,
  ResolveComplaint,
  AnswerResolution,
  WithdrawComplaint,
  StrikeComplaint,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([ComplaintEntity, ComplaintStepEntity]),
    CryptoModule,
    PolicyModule,
    OrdersModule,
    PaymentsModule,
  ],
  providers: [...verbs, Complaints, DeskComplaints, ComplaintsQuery],
  exports: [...verbs, ComplaintsQuery],
})
export class GrievancesModule {}
