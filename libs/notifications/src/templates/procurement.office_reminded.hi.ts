import type { Wording, Wordings } from '../domain/wordings.js';

const reminder: Wording = {
  subject: 'अनुबंध {contract}: {what} बाकी है',
  text: 'अनुबंध {contract}: {what} बाकी है, अंतिम समय {due}। प्रमाणपत्र न मिलने पर सामान स्वीकृत माना जाएगा; उसके बाद के भुगतान पर कार्यालय को ब्याज देना होगा। कार्रवाई के लिए अनुबंध खोलें।',
  sms: 'ODOP बाज़ार: अनुबंध {contract}: {what} बाकी है, अंतिम समय {due}।',
};

export const procurementOfficeRemindedHi: Wordings<'procurement.office_reminded'> = {
  consignee: reminder,
  buyer: reminder,
  paying_officer: reminder,
  nodal_officer: reminder,
};
