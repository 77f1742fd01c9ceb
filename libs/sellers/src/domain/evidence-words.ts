import type { Lack } from './application.js';
import type { EvidenceKind } from './evidence-matrix.js';

/** A sentence in every language in which makers are written to. */
export interface Said {
  en: string;
  hi: string;
}

/** What to add, in the words of somebody who has the paper in a drawer. @rule */
const papers: Readonly<Record<EvidenceKind, Said>> = {
  authorised_person: {
    en: 'Name and PAN of the person who signs for the shop.',
    hi: 'दुकान की ओर से हस्ताक्षर करने वाले व्यक्ति का नाम और पैन।',
  },
  pan: { en: 'Your PAN card.', hi: 'आपका पैन कार्ड।' },
  pehchan_card: {
    en: 'Your artisan card (Pehchan) of the Development Commissioner (Handicrafts).',
    hi: 'विकास आयुक्त (हस्तशिल्प) का आपका कारीगर पहचान कार्ड।',
  },
  weaver_id: {
    en: 'Your weaver card of the Development Commissioner (Handlooms).',
    hi: 'विकास आयुक्त (हथकरघा) का आपका बुनकर कार्ड।',
  },
  shg_code: {
    en: 'The code of your group and the name of its federation.',
    hi: 'आपके समूह का कोड और उसके संघ का नाम।',
  },
  registration: {
    en: 'The certificate of registration: the CIN of the company or the number of the co-operative.',
    hi: 'पंजीकरण प्रमाणपत्र: कंपनी का सीआईएन या सहकारी समिति की पंजीकरण संख्या।',
  },
  producer_register: {
    en: 'How many members produce, and in which districts they live.',
    hi: 'कितने सदस्य उत्पादन करते हैं और वे किन ज़िलों में रहते हैं।',
  },
  udyam: { en: 'Your Udyam registration number.', hi: 'आपकी उद्यम पंजीकरण संख्या।' },
  dpiit: { en: 'Your recognition as a startup (DIPP number).', hi: 'स्टार्टअप मान्यता (डीआईपीपी संख्या)।' },
  gst: {
    en: 'Your GSTIN or enrolment number, or the declaration that you need none.',
    hi: 'आपका जीएसटीआईएन या नामांकन संख्या, या यह घोषणा कि आपको इसकी ज़रूरत नहीं।',
  },
  itr: { en: 'Your last income-tax return.', hi: 'आपका पिछला आयकर रिटर्न।' },
  bank_account: {
    en: 'The bank account into which we pay you: number, IFSC and name as in the passbook.',
    hi: 'वह बैंक खाता जिसमें हम भुगतान करें: खाता संख्या, आईएफ़एससी और पासबुक में लिखा नाम।',
  },
  fssai: { en: 'Your FSSAI food licence or registration.', hi: 'आपका एफ़एसएसएआई खाद्य लाइसेंस या पंजीकरण।' },
  gi_user: {
    en: 'Your certificate as an authorised user of the geographical indication.',
    hi: 'भौगोलिक संकेतक के अधिकृत उपयोगकर्ता का आपका प्रमाणपत्र।',
  },
  land_border: {
    en: 'The declaration about owners from countries that share a land border with India.',
    hi: 'भारत से ज़मीनी सीमा वाले देशों के स्वामियों के बारे में घोषणा।',
  },
};

/** @param bearers_min  office bearers a group names */
export function saysLack({ kind, what }: Lack, bearers_min: number): Said {
  switch (what) {
    case 'paper':
      return papers[kind];
    case 'office_bearers':
      return {
        en: `Names and PAN of ${bearers_min} office bearers of the group.`,
        hi: `समूह की ${bearers_min} पदाधिकारियों के नाम और पैन।`,
      };
    case 'gstin':
      return {
        en: 'A GSTIN: a firm or company sells only with one.',
        hi: 'जीएसटीआईएन: फ़र्म या कंपनी केवल इसके साथ बेच सकती है।',
      };
  }
}
