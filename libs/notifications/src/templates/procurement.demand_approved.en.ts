import type { Wordings } from '../domain/wordings.js';

export const procurementDemandApprovedEn: Wordings<'procurement.demand_approved'> = {
  buyer: {
    subject: 'Demand approved: {title}',
    text: 'The demand “{title}” is approved and its money is set aside. You may order now.',
    sms: 'ODOP Bazaar: the demand "{title}" is approved, its money is set aside. You may order now.',
  },
};
