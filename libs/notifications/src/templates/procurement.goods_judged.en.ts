import type { Wordings } from '../domain/wordings.js';

export const procurementGoodsJudgedEn: Wordings<'procurement.goods_judged'> = {
  maker: {
    subject: 'Contract {contract}: {outcome}',
    text: 'The goods of contract {contract} have been inspected: {outcome}. Accepted value: {accepted}. The certificate says the rest; open the contract to read it.',
    sms: 'ODOP Bazaar: contract {contract}: {outcome}. Accepted value {accepted}.',
  },
};
