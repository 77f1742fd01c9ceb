import type { Wordings } from '../domain/wordings.js';

export const grievancesReopenedHi: Wordings<'grievances.reopened'> = {
  officer: {
    subject: 'शिकायत {ticket} फिर खोली गई',
    text: 'ग्राहक कहते हैं कि शिकायत {ticket} का समाधान नहीं हुआ। कारण जानने के लिए इसे खोलें। निर्णय {redress_by} तक होना है।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} फिर खोली गई। निर्णय {redress_by} तक।',
  },
};
