import type { Wordings } from '../domain/wordings.js';

export const procurementSplittingReportedEn: Wordings<'procurement.splitting_reported'> = {
  vigilance_officer: {
    subject: 'Purchases that look divided: please look into them',
    text: 'Demands of an office of your house added up above a ceiling so often lately that you are told: {warnings}. The warnings of the office say which, how much, and who let them pass.',
    sms: 'ODOP Bazaar: purchases of an office look divided ({warnings}). Please look into its warnings.',
  },
  nodal_officer: {
    subject: 'Purchases of your office look divided',
    text: 'Demands of your office added up above a ceiling so often lately that vigilance was told: {warnings}. Ask for what is needed in one demand.',
    sms: 'ODOP Bazaar: purchases of your office look divided ({warnings}); vigilance was told.',
  },
};
