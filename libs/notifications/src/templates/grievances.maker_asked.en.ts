import type { Wordings } from '../domain/wordings.js';

export const grievancesMakerAskedEn: Wordings<'grievances.maker_asked'> = {
  maker: {
    subject: 'A question about order {order}',
    text: 'The complaints desk asks you about order {order} (ticket {ticket}). Please open the question and answer it by {answer_by}, with photos or papers if you have any. The desk and the shopper read your answer; without one the desk decides without you.',
    sms: 'ODOP Bazaar: the complaints desk asks you about order {order}. Please answer by {answer_by}.',
  },
};
