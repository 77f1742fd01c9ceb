import { type Subscription, call, when } from '#platform/queue';
import {
  BillPaid,
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
  OfficeReminded,
  PaymentOverdue,
  PlanContractShipment,
  ReopenDemand,
  SplittingReported,
  WatchDeclines,
} from '#procurement';
import { tellPeople } from './reactions.js';

/** News of a public purchase: demand, contract, acceptance, bill. */
export const newsOfPurchases: readonly Subscription[] = [
  when(DemandApproved, tellPeople),
  when(FundsRefused, tellPeople),
  when(ContractIssued, tellPeople),
  when(ContractAccepted, {
    ...tellPeople,
    'plan the parcel': call(PlanContractShipment, (plan, news) => plan.run(news.contractId)),
  }),
  when(ContractDeclined, {
    ...tellPeople,
    'let the office order again': call(ReopenDemand, (reopen, news) => reopen.run(news.contractId)),
    'count what she did not take': call(WatchDeclines, (watch, news) => watch.run(news.contractId)),
  }),
  when(ContractLapsed, {
    ...tellPeople,
    'let the office order again': call(ReopenDemand, (reopen, news) => reopen.run(news.contractId)),
    'count what she did not take': call(WatchDeclines, (watch, news) => watch.run(news.contractId)),
  }),
  when(GoodsReceived, tellPeople),
  when(GoodsJudged, {
    ...tellPeople,
    'let the office order again': call(ReopenDemand, (reopen, news) => reopen.run(news.contractId)),
  }),
  when(ExtensionAsked, tellPeople),
  when(ExtensionAnswered, tellPeople),
  when(IncidentMoved, tellPeople),
  when(OfficeReminded, tellPeople),
  when(PaymentOverdue, tellPeople),
  when(SplittingReported, tellPeople),
  when(BillPaid, tellPeople),
];
