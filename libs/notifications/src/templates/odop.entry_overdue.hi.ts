import type { Wordings } from '../domain/wordings.js';

export const odopEntryOverdueHi: Wordings<'odop.entry_overdue'> = {
  officer: {
    subject: 'निर्णय नहीं हुआ: {product}',
    text: '{district} का ODOP उत्पाद “{product}” बहुत समय से लंबित है। कृपया इस पर निर्णय करवाएँ।',
    sms: 'ODOP बाज़ार: {district} का “{product}” बहुत समय से लंबित है।',
  },
};
