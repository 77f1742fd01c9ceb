import { APostReceivesTheGoods1795000081000 } from './data/migrations/1795000081000-a-post-receives-the-goods.js';
import { ContractsKnowWhomTheyWereMadeWith1795000084000 } from './data/migrations/1795000084000-contracts-know-whom-they-were-made-with.js';
import { DecisionsAreKeptWithTheirReasons1795000082000 } from './data/migrations/1795000082000-decisions-are-kept-with-their-reasons.js';
import { AHeadLetsABlockPass1795000124100 } from './data/migrations/1795000124100-a-head-lets-a-block-pass.js';
import { IncidentsHaveEvidence1795000124200 } from './data/migrations/1795000124200-incidents-have-evidence.js';
import { IncidentsAreRaised1795000124000 } from './data/migrations/1795000124000-incidents-are-raised.js';
import { DeliveryIsPutOff1795000120100 } from './data/migrations/1795000120100-delivery-is-put-off.js';
import { DirectPurchaseToPaidBill1795000080000 } from './data/migrations/1795000080000-direct-purchase-to-paid-bill.js';
import { OfficesAreReminded1795000120000 } from './data/migrations/1795000120000-offices-are-reminded.js';
import { PricesAreCompared1795000107000 } from './data/migrations/1795000107000-prices-are-compared.js';
import { ThePayerIsAskedAgain1795000083000 } from './data/migrations/1795000083000-the-payer-is-asked-again.js';

export { ProcurementModule } from './procurement.module.js';
export { RaiseDemand, type DemandGoods, type NewDemand } from './demand/raise-demand.js';
export { ApproveDemand } from './demand/approve-demand.js';
export { BlockFunds } from './demand/block-funds.js';
export { CheckFunds } from './demand/check-funds.js';
export { LetBlockPass } from './demand/let-block-pass.js';
export { SplitWarnings, type SplitWarning } from './method/split-warnings.js';
export { JustifySplitting } from './demand/justify-splitting.js';
export { ReturnDemand } from './demand/return-demand.js';
export { WithdrawDemand } from './demand/withdraw-demand.js';
export { ReopenDemand } from './demand/reopen-demand.js';
export { PlaceDirectPurchase, type DirectPurchase } from './direct-purchase/place-direct-purchase.js';
export { FreezeComparison } from './comparison/freeze-comparison.js';
export { PlaceL1Purchase } from './comparison/place-l1-purchase.js';
export { outReasons } from './comparison/compare.js';
export { Comparisons, type Sheet, type SheetLine } from './data/comparisons.repository.js';
export { AcceptContract } from './contract/accept-contract.js';
export { PlanContractShipment } from './contract/plan-shipment.js';
export { EndUnaccepted } from './contract/end-unaccepted.js';
export { AttachIncidentFile } from './incident/attach-incident-file.js';
export { KeepIncidentFiles } from './incident/keep-incident-files.js';
export { DestroyIncidentFileJob, incidentFileStates, ScanIncidentFileJob } from './incident/incident-file.js';
export { incidentFiles_max, type IncidentFile } from './data/incident-files.repository.js';
export { IncidentFilesQuery } from './data/incident-files.query.js';
export { AnswerIncident } from './incident/answer-incident.js';
export { AppealIncident } from './incident/appeal-incident.js';
export { DecideIncident, type Verdict } from './incident/decide-incident.js';
export { EndIncident } from './incident/end-incident.js';
export { EscalateIncident } from './incident/escalate-incident.js';
export { RaiseIncident, type Accusation } from './incident/raise-incident.js';
export { StrikeIncident } from './incident/strike-incident.js';
export { WatchDeclines } from './incident/watch-declines.js';
export { faults, faultsOfBuyers, officeStep, officeSteps, raisers, sides } from './incident/incident.rules.js';
export { incidentStates, type IncidentEvent, type IncidentState } from './incident/incident.states.js';
export { incidentOutcomes, Incidents, type Incident } from './data/incidents.repository.js';
export { AskExtension } from './contract/ask-extension.js';
export { AnswerExtension } from './contract/answer-extension.js';
export { extensionDecisions } from './contract/extension.js';
export { Extensions, type Extension } from './data/extensions.repository.js';
export { FollowContractShipment } from './contract/follow-shipment.js';
export { AwaitGoods } from './acceptance/await-goods.js';
export { ReceiveGoods } from './acceptance/receive-goods.js';
export { JudgeGoods } from './acceptance/judge-goods.js';
export { Consignees } from './acceptance/consignees.js';
export { LapseAcceptance } from './acceptance/lapse-acceptance.js';
export { RaiseBill } from './bill/raise-bill.js';
export { CertifyBill } from './bill/certify-bill.js';
export { SendForPayment } from './bill/send-for-payment.js';
export { CheckBill } from './bill/check-bill.js';
export { PaymentClocks, type PaymentClock } from './bill/payment-clock.js';
export { PrintClaim } from './bill/print-claim.js';
export { RemindOffice } from './acceptance/remind-office.js';
export { SettleBill } from './bill/settle-bill.js';
export { Demands, type Demand } from './data/demands.repository.js';
export { Contracts, type Contract } from './data/contracts.repository.js';
export { Acceptances, type Acceptance } from './data/acceptances.repository.js';
export { Bills, type Bill } from './data/bills.repository.js';
export { DueQuery } from './data/due.query.js';
export { demandStates, type DemandState } from './demand/demand.states.js';
export { contractStates, type ContractState } from './contract/contract.states.js';
export { acceptanceStates, type AcceptanceState } from './acceptance/acceptance.states.js';
export { billStates, type BillState } from './bill/bill.states.js';
export { officerOf } from './office.js';
export {
  BillPaid,
  BlockFundsJob,
  ContractAccepted,
  ContractDeclined,
  ContractIssued,
  ContractLapsed,
  DemandApproved,
  ExtensionAnswered,
  ExtensionAsked,
  FundsRefused,
  GoodsJudged,
  GoodsReceived,
  IncidentMoved,
  type IncidentNews,
  OfficeReminded,
  PaymentOverdue,
  SplittingReported,
  SendBillJob,
} from './procurement.events.js';
export const procurementMigrations = [
  DirectPurchaseToPaidBill1795000080000,
  APostReceivesTheGoods1795000081000,
  DecisionsAreKeptWithTheirReasons1795000082000,
  ThePayerIsAskedAgain1795000083000,
  ContractsKnowWhomTheyWereMadeWith1795000084000,
  PricesAreCompared1795000107000,
  OfficesAreReminded1795000120000,
  DeliveryIsPutOff1795000120100,
  IncidentsAreRaised1795000124000,
  AHeadLetsABlockPass1795000124100,
  IncidentsHaveEvidence1795000124200,
];
