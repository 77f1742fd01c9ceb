/** Names of things in the languages of States, for titles beside English and Hindi: language, words by English name. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bn: {
    saree: 'শাড়ি',
    shawl: 'শাল',
    stole: 'ওড়না',
    painting: 'ছবি',
    honey: 'মধু',
    rice: 'চাল',
    'floor mat': 'মাদুর',
    'jute shopping bag': 'পাটের ব্যাগ',
    'terracotta horse': 'পোড়ামাটির ঘোড়া',
    pickle: 'আচার',
  },
  ta: {
    saree: 'புடவை',
    'wedding saree': 'பட்டுப் புடவை',
    dhoti: 'வேட்டி',
    'brass oil lamp': 'பித்தளை விளக்கு',
    'turmeric powder': 'மஞ்சள் தூள்',
    'floor mat': 'பாய்',
    painting: 'ஓவியம்',
    honey: 'தேன்',
  },
  te: {
    saree: 'చీర',
    'wedding saree': 'పట్టు చీర',
    lungi: 'లుంగీ',
    'doll pair': 'బొమ్మలు',
    'chilli powder': 'కారం',
    'turmeric powder': 'పసుపు',
    painting: 'చిత్రం',
    pickle: 'ఊరగాయ',
  },
  kn: {
    saree: 'ಸೀರೆ',
    'wedding saree': 'ರೇಷ್ಮೆ ಸೀರೆ',
    'rocking horse': 'ಮರದ ಕುದುರೆ',
    'black pepper': 'ಕರಿಮೆಣಸು',
    'roasted coffee beans': 'ಕಾಫಿ',
    'inlaid box': 'ಕೆತ್ತನೆ ಪೆಟ್ಟಿಗೆ',
  },
  ml: {
    'set mundu': 'മുണ്ട്',
    'banana chips': 'ഏത്തക്കായ ഉപ്പേരി',
    'coir door mat': 'കയർ ചവിട്ടി',
    'black pepper': 'കുരുമുളക്',
    'coir matting': 'കയർ പായ',
  },
  gu: {
    saree: 'સાડી',
    'bandhani saree': 'બાંધણી સાડી',
    'bandhani dupatta': 'બાંધણી દુપટ્ટો',
    'cumin seed': 'જીરું',
    'embroidered dupatta': 'ભરત દુપટ્ટો',
    shawl: 'શાલ',
  },
  mr: {
    saree: 'साडी',
    'wedding saree': 'पैठणी साडी',
    'kolhapuri chappal': 'कोल्हापुरी चप्पल',
    'jaggery block': 'गूळ',
    painting: 'चित्र',
    'cashew kernels': 'काजू',
    'turmeric powder': 'हळद',
  },
  or: {
    saree: 'ଶାଢ଼ୀ',
    'scroll painting': 'ପଟ୍ଟଚିତ୍ର',
    'filigree earrings': 'ତାରକସି କାନଫୁଲ',
    'turmeric powder': 'ହଳଦୀ',
    'appliqué wall hanging': 'ପିପିଲି ଚାନ୍ଦୁଆ',
  },
  as: {
    'mekhela chador': 'মেখেলা চাদৰ',
    saree: 'শাৰী',
    stole: 'চাদৰ',
    'bamboo basket': 'বাঁহৰ খৰাহি',
    'black tea': 'চাহ',
    gamchha: 'গামোচা',
  },
  pa: { 'embroidered dupatta': 'ਫੁਲਕਾਰੀ ਦੁਪੱਟਾ', jutti: 'ਜੁੱਤੀ', shawl: 'ਸ਼ਾਲ', ghee: 'ਘਿਓ' },
};

const spoken: Readonly<Record<string, string>> = {
  'IN-WB': 'bn',
  'IN-TR': 'bn',
  'IN-TN': 'ta',
  'IN-PY': 'ta',
  'IN-AP': 'te',
  'IN-TS': 'te',
  'IN-TG': 'te',
  'IN-KA': 'kn',
  'IN-KL': 'ml',
  'IN-LD': 'ml',
  'IN-GJ': 'gu',
  'IN-DH': 'gu',
  'IN-MH': 'mr',
  'IN-OD': 'or',
  'IN-OR': 'or',
  'IN-AS': 'as',
  'IN-PB': 'pa',
};

/** What a thing is called where its maker lives; null where we have no word. */
export function nameAtHome(stateCode: string, article: string): { lang: string; name: string } | null {
  const lang = spoken[stateCode];
  const name = lang === undefined ? undefined : words[lang]?.[article];
  return lang === undefined || name === undefined ? null : { lang, name };
}
