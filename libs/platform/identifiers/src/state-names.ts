import { gstStateLetters } from './gst-states.js';

const names: Readonly<Record<string, readonly [en: string, hi: string]>> = {
  'IN-AN': ['Andaman and Nicobar Islands', 'अंडमान और निकोबार द्वीपसमूह'],
  'IN-AP': ['Andhra Pradesh', 'आंध्र प्रदेश'],
  'IN-AR': ['Arunachal Pradesh', 'अरुणाचल प्रदेश'],
  'IN-AS': ['Assam', 'असम'],
  'IN-BR': ['Bihar', 'बिहार'],
  'IN-CG': ['Chhattisgarh', 'छत्तीसगढ़'],
  'IN-CH': ['Chandigarh', 'चंडीगढ़'],
  'IN-DH': ['Dadra and Nagar Haveli and Daman and Diu', 'दादरा और नगर हवेली तथा दमन और दीव'],
  'IN-DL': ['Delhi', 'दिल्ली'],
  'IN-GA': ['Goa', 'गोवा'],
  'IN-GJ': ['Gujarat', 'गुजरात'],
  'IN-HP': ['Himachal Pradesh', 'हिमाचल प्रदेश'],
  'IN-HR': ['Haryana', 'हरियाणा'],
  'IN-JH': ['Jharkhand', 'झारखंड'],
  'IN-JK': ['Jammu and Kashmir', 'जम्मू और कश्मीर'],
  'IN-KA': ['Karnataka', 'कर्नाटक'],
  'IN-KL': ['Kerala', 'केरल'],
  'IN-LA': ['Ladakh', 'लद्दाख'],
  'IN-LD': ['Lakshadweep', 'लक्षद्वीप'],
  'IN-MH': ['Maharashtra', 'महाराष्ट्र'],
  'IN-ML': ['Meghalaya', 'मेघालय'],
  'IN-MN': ['Manipur', 'मणिपुर'],
  'IN-MP': ['Madhya Pradesh', 'मध्य प्रदेश'],
  'IN-MZ': ['Mizoram', 'मिज़ोरम'],
  'IN-NL': ['Nagaland', 'नागालैंड'],
  'IN-OD': ['Odisha', 'ओडिशा'],
  'IN-PB': ['Punjab', 'पंजाब'],
  'IN-PY': ['Puducherry', 'पुदुच्चेरी'],
  'IN-RJ': ['Rajasthan', 'राजस्थान'],
  'IN-SK': ['Sikkim', 'सिक्किम'],
  'IN-TN': ['Tamil Nadu', 'तमिलनाडु'],
  'IN-TR': ['Tripura', 'त्रिपुरा'],
  'IN-TS': ['Telangana', 'तेलंगाना'],
  'IN-UK': ['Uttarakhand', 'उत्तराखंड'],
  'IN-UP': ['Uttar Pradesh', 'उत्तर प्रदेश'],
  'IN-WB': ['West Bengal', 'पश्चिम बंगाल'],
};

/** GST code, 26 for the Territory that GST writes DN. */
const own: Readonly<Record<string, string>> = { DN: 'DH' };

const gstCodes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(gstStateLetters).map(([code, letters]) => [`IN-${own[letters] ?? letters}`, code]),
);

/** What a State is called, English and Hindi; one nobody knows by its code alone. @param state `IN-BR` */
export const stateNames = (state: string): { en: string; hi: string } => {
  const [en, hi] = names[state] ?? [state, state];
  return { en, hi: hi.normalize('NFC') };
};

/** The two digits returns and papers name a State by; 97 for what is none. @param state `IN-BR` @rule */
export const gstCodeOf = (state: string): string => gstCodes[state] ?? '97';
