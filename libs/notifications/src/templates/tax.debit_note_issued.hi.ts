import type { Wordings } from '../domain/wordings.js';

export const taxDebitNoteIssuedHi: Wordings<'tax.debit_note_issued'> = {
  maker: {
    subject: 'आपके लिए नामे नोट {number} जारी हुआ',
    text: 'आपके बीजक {invoice} में मूल्य या कर कम लिखा था। भुगतान डेस्क के दो अधिकारियों ने आपके लिए नामे नोट {number} जारी किया है, जिसमें छूटा हुआ कर {tax} है। ग्राहक को और कुछ नहीं देना है, और आपके भुगतान से कुछ नहीं कटता: यह कर आपके और कर कार्यालय के बीच है। नोट आपके काग़ज़ों में और रिटर्न के महीने में है।',
    sms: 'ODOP बाज़ार: बीजक {invoice} का नामे नोट {number} जारी हुआ, कर {tax}। अपने काग़ज़ देखें।',
  },
};
