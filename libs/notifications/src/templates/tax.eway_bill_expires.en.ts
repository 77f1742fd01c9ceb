import type { Wordings } from '../domain/wordings.js';

export const taxEwayBillExpiresEn: Wordings<'tax.eway_bill_expires'> = {
  maker: {
    subject: 'The e-way bill of {number} ends on {ends}',
    text: 'The goods of {number} are still under way, and their e-way bill {eway} ends on {ends}. Ask who carries them whether they arrive before; if not, it must be extended at the portal, which is possible from eight hours before its end until eight hours after.',
    sms: 'ODOP Bazaar: e-way bill {eway} of {number} ends {ends}, goods still under way. Have it extended.',
  },
  officer: {
    subject: 'An e-way bill ends while its goods are under way',
    text: 'E-way bill {eway} of {number} ends on {ends}, and the goods have not arrived. The maker was told; see whether her carrier extends it.',
    sms: 'ODOP Bazaar: e-way bill {eway} of {number} ends {ends}.',
  },
};
