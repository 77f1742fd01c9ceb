import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '#catalogue';
import { FulfilmentModule } from '#fulfilment';
import { IdentityModule } from '#identity';
import { LedgerModule } from '#ledger';
import { FilesModule } from '#platform/files';
import { PrintModule } from '#platform/print';
import { PolicyModule } from '#policy';
import { SellersModule } from '#sellers';
import { AwaitGoods } from './acceptance/await-goods.js';
import { Consignees } from './acceptance/consignees.js';
import { JudgeGoods } from './acceptance/judge-goods.js';
import { LapseAcceptance } from './acceptance/lapse-acceptance.js';
import { OpenAcceptance } from './acceptance/open-acceptance.js';
import { ReceiveGoods } from './acceptance/receive-goods.js';
import { RemindOffice } from './acceptance/remind-office.js';
import { HttpFundsRail } from './adapters/http-funds-rail.js';
import { CheckBill } from './bill/check-bill.js';
import { CertifyBill } from './bill/certify-bill.js';
import { PaymentClocks } from './bill/payment-clock.js';
import { PrintClaim } from './bill/print-claim.js';
import { RaiseBill } from './bill/raise-bill.js';
import { SendForPayment } from './bill/send-for-payment.js';
import { SettleBill } from './bill/settle-bill.js';
import { FreezeComparison } from './comparison/freeze-comparison.js';
import { PlaceL1Purchase } from './comparison/place-l1-purchase.js';
import { AcceptContract } from './contract/accept-contract.js';
import { AnswerExtension } from './contract/answer-extension.js';
import { AskExtension } from './contract/ask-extension.js';
import { EndUnaccepted } from './contract/end-unaccepted.js';
import { FollowContractShipment } from './contract/follow-shipment.js';
import { IssueContract } from './contract/issue-contract.js';
import { PlanContractShipment } from './contract/plan-shipment.js';
import { Acceptances } from './data/acceptances.repository.js';
import { Bills } from './data/bills.repository.js';
import { Comparisons } from './data/comparisons.repository.js';
import { ContractDoorsQuery } from './data/contract-doors.query.js';
import { Contracts } from './data/contracts.repository.js';
import { Demands } from './data/demands.repository.js';
import { DueQuery } from './data/due.query.js';
import { Extensions } from './data/extensions.repository.js';
import { Incidents } from './data/incidents.repository.js';
import { SplitWarningEntity } from './data/split-warning.entity.js';
import { IncidentEntity } from './data/incident.entity.js';
import { OpenContractsQuery } from './data/open-contracts.query.js';
import { OfficeAudienceQuery } from './data/office-audience.query.js';
import { PurchaseActsQuery } from './data/purchase-acts.query.js';
import {
  AcceptanceEntity,
  BillEntity,
  ComparisonEntity,
  ContractEntity,
  DemandEntity,
  ExtensionEntity,
  NumberSeriesEntity,
} from './data/procurement.entity.js';
import { ApproveDemand } from './demand/approve-demand.js';
import { BlockFunds } from './demand/block-funds.js';
import { CheckFunds } from './demand/check-funds.js';
import { RaiseDemand } from './demand/raise-demand.js';
import { LetBlockPass } from './demand/let-block-pass.js';
import { JustifySplitting } from './demand/justify-splitting.js';
import { ReopenDemand } from './demand/reopen-demand.js';
import { ReturnDemand } from './demand/return-demand.js';
import { WithdrawDemand } from './demand/withdraw-demand.js';
import { PlaceDirectPurchase } from './direct-purchase/place-direct-purchase.js';
import { FundsAccount } from './funds-account.js';
import { AttachIncidentFile } from './incident/attach-incident-file.js';
import { KeepIncidentFiles } from './incident/keep-incident-files.js';
import { IncidentFiles } from './data/incident-files.repository.js';
import { IncidentFilesQuery } from './data/incident-files.query.js';
import { IncidentFileEntity } from './data/incident-file.entity.js';
import { AnswerIncident } from './incident/answer-incident.js';
import { AppealIncident } from './incident/appeal-incident.js';
import { DecideIncident } from './incident/decide-incident.js';
import { EndIncident } from './incident/end-incident.js';
import { EscalateIncident } from './incident/escalate-incident.js';
import { RaiseIncident } from './incident/raise-incident.js';
import { StrikeIncident } from './incident/strike-incident.js';
import { WatchDeclines } from './incident/watch-declines.js';
import { SplitWarnings } from './method/split-warnings.js';
import { AssertMode } from './method/assert-mode.js';
import { Officers } from './office.js';
import { FUNDS_RAIL } from './ports/funds.js';

const verbs = [
  RaiseDemand,
  ApproveDemand,
  BlockFunds,
  CheckFunds,
  ReopenDemand,
  ReturnDemand,
  WithdrawDemand,
  JustifySplitting,
  LetBlockPass,
  PlaceDirectPurchase,
  FreezeComparison,
  PlaceL1Purchase,
  AcceptContract,
  PlanContractShipment,
  EndUnaccepted,
  AskExtension,
  AnswerExtension,
  FollowContractShipment,
  AwaitGoods,
  ReceiveGoods,
  JudgeGoods,
  LapseAcceptance,
  RemindOffice,
  RaiseBill,
  CertifyBill,
  SendForPayment,
  SettleBill,
  CheckBill,
  PrintClaim,
  RaiseIncident,
  AnswerIncident,
  EndIncident,
  EscalateIncident,
  DecideIncident,
  AppealIncident,
  StrikeIncident,
  AttachIncidentFile,
  KeepIncidentFiles,
  WatchDeclines,
];
const questions = [
  Demands,
  Comparisons,
  Contracts,
  Acceptances,
  Extensions,
  Incidents,
  SplitWarnings,
  IncidentFilesQuery,
  Bills,
  PaymentClocks,
  DueQuery,
  Consignees,
];
const inner = [
  IncidentFiles,
  ...[IssueContract, OpenAcceptance, Officers, FundsAccount, AssertMode],
  ...[PurchaseActsQuery, OfficeAudienceQuery, OpenContractsQuery, ContractDoorsQuery],
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      DemandEntity,
      ContractEntity,
      AcceptanceEntity,
      BillEntity,
      ComparisonEntity,
      ExtensionEntity,
      IncidentEntity,
      IncidentFileEntity,
      SplitWarningEntity,
      NumberSeriesEntity,
    ]),
    PolicyModule,
    IdentityModule,
    SellersModule,
    CatalogueModule,
    LedgerModule,
    FulfilmentModule,
    FilesModule,
    PrintModule,
  ],
  providers: [...verbs, ...questions, ...inner, { provide: FUNDS_RAIL, useClass: HttpFundsRail }],
  exports: [...verbs, ...questions],
})
export class ProcurementModule {}
