import type { Wordings } from '../domain/wordings.js';

export const odopEntrySuspendedHi: Wordings<'odop.entry_suspended'> = {
  maker: {
    subject: 'अभी नया सामान नहीं: {product}',
    text: '{district} का “{product}” ODOP सूची में स्थगित है। बिक्री पर रखा सामान बना रहेगा; स्थगन हटने तक नया सामान नहीं दिया जा सकता।',
    sms: 'ODOP बाज़ार: {district} का “{product}” स्थगित है; अभी नया सामान नहीं।',
  },
  officer: {
    subject: 'स्थगित: {product}',
    text: '{district} का ODOP उत्पाद “{product}” स्थगित किया गया है। कारण उसके इतिहास में लिखा है।',
    sms: 'ODOP बाज़ार: {district} का “{product}” स्थगित किया गया।',
  },
  state_officer: {
    subject: 'स्थगित: {product}',
    text: '{district} का ODOP उत्पाद “{product}” स्थगित किया गया है। कारण उसके इतिहास में लिखा है।',
    sms: 'ODOP बाज़ार: {district} का “{product}” स्थगित किया गया।',
  },
};
