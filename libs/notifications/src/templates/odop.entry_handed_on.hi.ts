import type { Wordings } from '../domain/wordings.js';

export const odopEntryHandedOnHi: Wordings<'odop.entry_handed_on'> = {
  officer: {
    subject: 'आपकी प्रतीक्षा में: {product}',
    text: '{district} का ODOP उत्पाद “{product}” अब आपके पास है। कृपया इसे देखें।',
    sms: 'ODOP बाज़ार: {district} का “{product}” आपके पास विचाराधीन है।',
  },
  proposer: {
    subject: 'स्वीकार नहीं हुआ: {product}',
    text: '{district} का “{product}” ODOP सूची के लिए स्वीकार नहीं हुआ। कारण उसके इतिहास में लिखा है।',
    sms: 'ODOP बाज़ार: {district} का “{product}” स्वीकार नहीं हुआ।',
  },
  maker: {
    subject: 'पहले की तरह सूची में: {product}',
    text: '{district} का “{product}” पहले की तरह ODOP सूची में है। आप इसके अंतर्गत नया सामान दे सकते हैं।',
    sms: 'ODOP बाज़ार: {district} के “{product}” में नया सामान फिर दिया जा सकता है।',
  },
};
