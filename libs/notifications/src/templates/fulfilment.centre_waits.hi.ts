import type { Wordings } from '../domain/wordings.js';

export const fulfilmentCentreWaitsHi: Wordings<'fulfilment.centre_waits'> = {
  keeper: {
    subject: 'पार्सल {tracking} आपके यहाँ बहुत दिनों से है',
    text: 'पार्सल {tracking} {since} से आपके केंद्र पर है। कृपया इसे वाहक को सौंपें, या कारीगर को लौटा दें।',
    sms: 'ODOP बाज़ार: पार्सल {tracking} {since} से आपके यहाँ है। कृपया सौंपें।',
  },
  maker: {
    subject: '{number} का पार्सल अब भी {centre} पर है',
    text: '{number} का आपका पार्सल {since} से {centre} पर है और आगे नहीं गया। केंद्र को याद दिलाया गया है; आप उसे वापस लेकर किसी और तरह भेज सकते हैं।',
    sms: 'ODOP बाज़ार: {number} का पार्सल {since} से {centre} पर है।',
  },
  officer: {
    subject: '{number} का पार्सल {centre} पर बहुत दिनों से है',
    text: '{number} का पार्सल {since} से {centre} पर है और आगे नहीं गया। केंद्र और कारीगर को बताया गया है।',
    sms: 'ODOP बाज़ार: {number} का पार्सल {since} से {centre} पर है।',
  },
};
