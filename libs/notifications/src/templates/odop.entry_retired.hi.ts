import type { Wordings } from '../domain/wordings.js';

export const odopEntryRetiredHi: Wordings<'odop.entry_retired'> = {
  maker: {
    subject: 'अब सूची में नहीं: {product}',
    text: '{district} का “{product}” ODOP सूची से हटा दिया गया है। बिक्री पर रखा सामान “पूर्व ODOP उत्पाद” के रूप में बना रहेगा; नया सामान नहीं दिया जा सकता।',
    sms: 'ODOP बाज़ार: {district} का “{product}” अब सूची में नहीं है।',
  },
  officer: {
    subject: 'हटाया गया: {product}',
    text: '{district} का “{product}” ODOP सूची से हटा दिया गया है। कारण उसके इतिहास में लिखा है।',
    sms: 'ODOP बाज़ार: {district} का “{product}” हटाया गया।',
  },
  renamed_maker: {
    subject: '{product} का नाम अब {successor}',
    text: '{district} का “{product}” अब ODOP सूची में {place} का “{successor}” है। आपका सामान वैसा ही रहेगा; नया सामान नए नाम से दें।',
    sms: 'ODOP बाज़ार: {district} का “{product}” अब {place} का “{successor}” है।',
  },
  renamed_officer: {
    subject: '{product} का नाम अब {successor}',
    text: '{district} का “{product}” अब ODOP सूची में {place} का “{successor}” है।',
    sms: 'ODOP बाज़ार: {district} का “{product}” अब {place} का “{successor}” है।',
  },
  state_officer: {
    subject: 'हटाया गया: {product}',
    text: '{district} का “{product}” ODOP सूची से हटा दिया गया है। कारण उसके इतिहास में लिखा है।',
    sms: 'ODOP बाज़ार: {district} का “{product}” हटाया गया।',
  },
  renamed_state_officer: {
    subject: '{product} का नाम अब {successor}',
    text: '{district} का “{product}” अब ODOP सूची में {place} का “{successor}” है।',
    sms: 'ODOP बाज़ार: {district} का “{product}” अब {place} का “{successor}” है।',
  },
};
