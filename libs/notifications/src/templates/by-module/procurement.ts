import type { WordingsOf } from '../../domain/wordings.js';
import { procurementDemandApprovedEn } from '../procurement.demand_approved.en.js';
import { procurementDemandApprovedHi } from '../procurement.demand_approved.hi.js';
import { procurementFundsRefusedEn } from '../procurement.funds_refused.en.js';
import { procurementFundsRefusedHi } from '../procurement.funds_refused.hi.js';
import { procurementContractIssuedEn } from '../procurement.contract_issued.en.js';
import { procurementContractIssuedHi } from '../procurement.contract_issued.hi.js';
import { procurementContractAcceptedEn } from '../procurement.contract_accepted.en.js';
import { procurementContractAcceptedHi } from '../procurement.contract_accepted.hi.js';
import { procurementContractDeclinedEn } from '../procurement.contract_declined.en.js';
import { procurementContractDeclinedHi } from '../procurement.contract_declined.hi.js';
import { procurementContractLapsedEn } from '../procurement.contract_lapsed.en.js';
import { procurementContractLapsedHi } from '../procurement.contract_lapsed.hi.js';
import { procurementGoodsReceivedEn } from '../procurement.goods_received.en.js';
import { procurementGoodsReceivedHi } from '../procurement.goods_received.hi.js';
import { procurementGoodsJudgedEn } from '../procurement.goods_judged.en.js';
import { procurementGoodsJudgedHi } from '../procurement.goods_judged.hi.js';
import { procurementIncidentMovedEn } from '../procurement.incident_moved.en.js';
import { procurementIncidentMovedHi } from '../procurement.incident_moved.hi.js';
import { procurementSplittingReportedEn } from '../procurement.splitting_reported.en.js';
import { procurementSplittingReportedHi } from '../procurement.splitting_reported.hi.js';
import { procurementExtensionAskedEn } from '../procurement.extension_asked.en.js';
import { procurementExtensionAskedHi } from '../procurement.extension_asked.hi.js';
import { procurementExtensionAnsweredEn } from '../procurement.extension_answered.en.js';
import { procurementExtensionAnsweredHi } from '../procurement.extension_answered.hi.js';
import { procurementOfficeRemindedEn } from '../procurement.office_reminded.en.js';
import { procurementOfficeRemindedHi } from '../procurement.office_reminded.hi.js';
import { procurementPaymentOverdueEn } from '../procurement.payment_overdue.en.js';
import { procurementPaymentOverdueHi } from '../procurement.payment_overdue.hi.js';
import { procurementBillPaidEn } from '../procurement.bill_paid.en.js';
import { procurementBillPaidHi } from '../procurement.bill_paid.hi.js';

export const procurement: WordingsOf<'procurement'> = {
  'procurement.demand_approved': { en: procurementDemandApprovedEn, hi: procurementDemandApprovedHi },
  'procurement.funds_refused': { en: procurementFundsRefusedEn, hi: procurementFundsRefusedHi },
  'procurement.contract_issued': { en: procurementContractIssuedEn, hi: procurementContractIssuedHi },
  'procurement.contract_accepted': { en: procurementContractAcceptedEn, hi: procurementContractAcceptedHi },
  'procurement.contract_declined': { en: procurementContractDeclinedEn, hi: procurementContractDeclinedHi },
  'procurement.contract_lapsed': { en: procurementContractLapsedEn, hi: procurementContractLapsedHi },
  'procurement.goods_received': { en: procurementGoodsReceivedEn, hi: procurementGoodsReceivedHi },
  'procurement.goods_judged': { en: procurementGoodsJudgedEn, hi: procurementGoodsJudgedHi },
  'procurement.incident_moved': { en: procurementIncidentMovedEn, hi: procurementIncidentMovedHi },
  'procurement.splitting_reported': { en: procurementSplittingReportedEn, hi: procurementSplittingReportedHi },
  'procurement.extension_asked': { en: procurementExtensionAskedEn, hi: procurementExtensionAskedHi },
  'procurement.extension_answered': { en: procurementExtensionAnsweredEn, hi: procurementExtensionAnsweredHi },
  'procurement.office_reminded': { en: procurementOfficeRemindedEn, hi: procurementOfficeRemindedHi },
  'procurement.payment_overdue': { en: procurementPaymentOverdueEn, hi: procurementPaymentOverdueHi },
  'procurement.bill_paid': { en: procurementBillPaidEn, hi: procurementBillPaidHi },
};
