import type { GoodsFault } from './faults.js';

/** Languages in which faults of a sheet are told. */
export const faultLanguages = ['en', 'hi'] as const;
export type FaultLanguage = (typeof faultLanguages)[number];

type Facts = GoodsFault['facts'];
type Sentence = (facts: Facts) => string;
const of = (facts: Facts, name: string): string => {
  const fact = facts[name];
  const plain = (one: unknown): string => (typeof one === 'string' ? one : JSON.stringify(one ?? ''));
  return Array.isArray(fact) ? fact.map(plain).join(', ') : fact === undefined ? '' : plain(fact);
};

/** Faults of cells and rows: what is wrong and what to do. @rule S-60 */
const sentences: Readonly<Record<string, Record<FaultLanguage, Sentence>>> = {
  file_unreadable: {
    en: (f) => `${of(f, 'why')} Save it again as CSV (UTF-8) or XLSX and upload it.`,
    hi: () => 'फ़ाइल पढ़ी नहीं जा सकी। इसे CSV (UTF-8) या XLSX के रूप में दोबारा सहेजकर अपलोड करें।',
  },
  column_unknown: {
    en: () => 'There is no such column. Take the headings from the template.',
    hi: () => 'ऐसा कोई कॉलम नहीं है। शीर्षक टेम्पलेट से लें।',
  },
  column_twice: {
    en: () => 'This heading stands there twice. Remove one of the columns.',
    hi: () => 'यह शीर्षक दो बार है। एक कॉलम हटाएँ।',
  },
  column_needed: {
    en: (f) => `The column ${of(f, 'column')} is needed: by it rows are known again.`,
    hi: (f) => `कॉलम ${of(f, 'column')} ज़रूरी है: इसी से पंक्तियाँ दोबारा पहचानी जाती हैं।`,
  },
  cell_formula: {
    en: () => 'The cell holds a formula. Put the value itself.',
    hi: () => 'सेल में सूत्र है। सीधे मान लिखें।',
  },
  cell_missing: { en: () => 'The cell is empty. Fill it in.', hi: () => 'सेल खाली है। इसे भरें।' },
  cell_unfit: {
    en: (f) => `The value does not fit: ${of(f, 'why')}.`,
    hi: () => 'यह मान ठीक नहीं है। टेम्पलेट के उदाहरण जैसा लिखें।',
  },
  text_too_long: {
    en: (f) => `More than ${of(f, 'bound')} characters. Shorten it.`,
    hi: (f) => `${of(f, 'bound')} से अधिक अक्षर हैं। छोटा करें।`,
  },
  text_too_short: {
    en: (f) => `Fewer than ${of(f, 'bound')} characters. Write it out.`,
    hi: (f) => `${of(f, 'bound')} से कम अक्षर हैं। पूरा लिखें।`,
  },
  list_too_long: {
    en: (f) => `More than ${of(f, 'bound')} of them. Leave some out.`,
    hi: (f) => `${of(f, 'bound')} से अधिक हैं। कुछ हटाएँ।`,
  },
  list_too_short: {
    en: (f) => `Fewer than ${of(f, 'bound')} of them. Add some.`,
    hi: (f) => `${of(f, 'bound')} से कम हैं। और जोड़ें।`,
  },
  number_too_large: { en: (f) => `More than ${of(f, 'bound')}.`, hi: (f) => `${of(f, 'bound')} से अधिक है।` },
  number_too_small: { en: (f) => `Less than ${of(f, 'bound')}.`, hi: (f) => `${of(f, 'bound')} से कम है।` },
  number_expected: { en: () => 'This is no whole number. Write 12, say.', hi: () => 'यह पूरी संख्या नहीं है। जैसे 12 लिखें।' },
  rupees_expected: {
    en: () => 'This is no amount. Write rupees and paise like 1450.50.',
    hi: () => 'यह राशि नहीं है। रुपये और पैसे 1450.50 की तरह लिखें।',
  },
  yes_no_expected: { en: () => 'Write yes or no.', hi: () => 'हाँ या नहीं लिखें।' },
  choice_expected: {
    en: (f) => `Write one of: ${of(f, 'choices')}.`,
    hi: (f) => `इनमें से एक लिखें: ${of(f, 'choices')}।`,
  },
  list_expected: { en: (f) => `Write it like: ${of(f, 'form')}.`, hi: (f) => `इस तरह लिखें: ${of(f, 'form')}।` },
  address_unfit: {
    en: (f) => `No picture can be fetched from there: ${of(f, 'why')}. Give an https address that anybody can open.`,
    hi: () => 'वहाँ से चित्र नहीं लाया जा सकता। ऐसा https पता दें जिसे कोई भी खोल सके।',
  },
  picture_unfetched: {
    en: (f) => `The picture could not be fetched: ${of(f, 'why')}. Upload it by hand.`,
    hi: () => 'चित्र नहीं लाया जा सका। इसे स्वयं अपलोड करें।',
  },
  picture_name_unfit: {
    en: (f) =>
      `Call the picture by your SKU and its place up to ${of(f, 'bound')}, such as TS-01-1.jpg, .png or .webp.`,
    hi: (f) => `चित्र का नाम अपने SKU और ${of(f, 'bound')} तक के क्रम से रखें, जैसे TS-01-1.jpg, .png या .webp।`,
  },
  picture_twice: {
    en: (f) => `An earlier file is picture ${of(f, 'position')} of the same goods. Give this one another place.`,
    hi: (f) => `इसी वस्तु का चित्र ${of(f, 'position')} पहले आ चुका है। इसे दूसरा क्रम दें।`,
  },
  picture_too_heavy: {
    en: (f) => `The picture is larger than ${of(f, 'bound')} MiB. Save it smaller.`,
    hi: (f) => `चित्र ${of(f, 'bound')} MiB से बड़ा है। छोटा करके सहेजें।`,
  },
  picture_needs_change: {
    en: () => 'These goods are on sale. Upload the picture by hand and ask for a change of the goods.',
    hi: () => 'यह वस्तु बिक्री पर है। चित्र स्वयं अपलोड करें और वस्तु में बदलाव माँगें।',
  },
  picture_packed_broken: {
    en: () => 'The archive is damaged at this file. Pack it again.',
    hi: () => 'ज़िप में यह फ़ाइल ख़राब है। इसे दोबारा पैक करें।',
  },
  answer_unasked: {
    en: () => 'The category does not ask this. Empty the cell, or choose another category.',
    hi: () => 'यह श्रेणी यह नहीं पूछती। सेल खाली करें या दूसरी श्रेणी चुनें।',
  },
  category_unknown: {
    en: () => 'There is no such category. Write its short name as in the template, such as stoles-and-scarves.',
    hi: () => 'ऐसी कोई श्रेणी नहीं है। टेम्पलेट जैसा छोटा नाम लिखें, जैसे stoles-and-scarves।',
  },
  offer_twice: {
    en: () => 'An earlier row is of the same variant. Remove one of them.',
    hi: () => 'इसी प्रकार की एक पंक्ति पहले है। एक हटाएँ।',
  },
  sku_missing: {
    en: () => 'New goods need a number of yours (SKU), by which the row is known again.',
    hi: () => 'नई वस्तु को आपका अपना नंबर (SKU) चाहिए, जिससे पंक्ति दोबारा पहचानी जाए।',
  },
  sku_twice: {
    en: (f) => `Row ${of(f, 'row')} has this SKU already. Give each variant a number of its own.`,
    hi: (f) => `पंक्ति ${of(f, 'row')} में यही SKU है। हर प्रकार को अपना नंबर दें।`,
  },
  variant_unknown: {
    en: () => 'These goods have no such variant. Give its SKU or its label.',
    hi: () => 'इस वस्तु का ऐसा प्रकार नहीं है। उसका SKU या नाम दें।',
  },
  goods_unknown: {
    en: () => 'You have no goods with this id. Leave the cell empty for new ones.',
    hi: () => 'इस पहचान की आपकी कोई वस्तु नहीं है। नई वस्तु के लिए सेल खाली छोड़ें।',
  },
  goods_mixed: {
    en: () => 'The numbers of these rows belong to different goods. Give each goods rows of their own.',
    hi: () => 'इन पंक्तियों के नंबर अलग-अलग वस्तुओं के हैं। हर वस्तु की पंक्तियाँ अलग रखें।',
  },
  goods_apart: {
    en: (f) => `Row ${of(f, 'row')} is of the same goods. Put the rows of one kind of goods together.`,
    hi: (f) => `पंक्ति ${of(f, 'row')} इसी वस्तु की है। एक वस्तु की पंक्तियाँ साथ रखें।`,
  },
  goods_cells_differ: {
    en: (f) => `Row ${of(f, 'row')} says something else of the same goods. Write the same, or leave the cell empty.`,
    hi: (f) => `पंक्ति ${of(f, 'row')} इसी वस्तु के लिए कुछ और कहती है। एक-सा लिखें या सेल खाली छोड़ें।`,
  },
};

/** Refusals of the catalogue in Hindi; their English stands in the refusal itself. */
const refusalsInHindi: Readonly<Record<string, Sentence>> = {
  seller_not_listing: () => 'केवल सत्यापित निर्माता वस्तुएँ सूचीबद्ध कर सकते हैं। पहले सत्यापन पूरा करें।',
  odop_entry_unknown: () => 'ऐसी कोई ODOP प्रविष्टि नहीं है।',
  odop_entry_of_other_district: () => 'यह ODOP प्रविष्टि दूसरे ज़िले की है। अपने ज़िले की प्रविष्टि चुनें।',
  odop_entry_not_live: () => 'यह ODOP प्रविष्टि अभी नई वस्तुएँ नहीं लेती। चालू प्रविष्टि चुनें।',
  odop_entry_needed: () => 'इस श्रेणी के लिए आपके ज़िले की ODOP प्रविष्टि ज़रूरी है।',
  category_closed: (f) => `श्रेणी ${of(f, 'category')} में वस्तुएँ नहीं रखी जा सकतीं। कोई प्रकाशित श्रेणी चुनें।`,
  category_for_brands: () => 'यह श्रेणी ब्रांड के मालिकों के लिए है। अपनी बनाई वस्तु की श्रेणी चुनें।',
  category_missing: () => 'श्रेणी चुनें।',
  hsn_malformed: (f) => `HSN कोड ${of(f, 'hsn')} सही नहीं हो सकता।`,
  hsn_not_for_category: (f) => `इस श्रेणी में ${of(f, 'covers')} की वस्तुएँ आती हैं। HSN कोड ठीक करें या श्रेणी बदलें।`,
  rate_unknown: (f) => `कर दर ${of(f, 'key')} नहीं है।`,
  rate_not_for_hsn: (f) => `कर दर ${of(f, 'key')} इस HSN कोड के लिए नहीं है।`,
  rate_not_for_category: (f) => `इस श्रेणी की कर दर ${of(f, 'keys')} है।`,
  rate_needs_handmade: () => 'हस्तशिल्प दर के लिए घोषित करें कि वस्तु हाथ से बनी है।',
  goods_prohibited: (f) => `"${of(f, 'word')}" ऐसी वस्तु का नाम है जिसे बेचना मना है।`,
  offer_unknown: () => 'आपकी ऐसी कोई वस्तु नहीं है।',
  price_above_mrp: () => 'कीमत MRP से अधिक है। कीमत घटाएँ या MRP ठीक करें।',
  discount_too_small: () => 'इस श्रेणी में कीमत MRP से और कम होनी चाहिए।',
  price_rise_needs_review: () => 'कीमत इतनी बढ़ाने के लिए अधिकारी की जाँच ज़रूरी है।',
  quantity_range_empty: () => 'सबसे छोटा ऑर्डर सबसे बड़े से बड़ा है।',
  offer_label_twice: (f) => `दो प्रकारों का नाम "${of(f, 'label')}" है।`,
  offer_terms_unfit: () => 'इस प्रकार की शर्तें आपस में मेल नहीं खातीं।',
  offer_code_taken: (f) => `नंबर ${of(f, 'code')} आपकी दूसरी वस्तु का है। हर वस्तु को अपना नंबर दें।`,
  gtin_malformed: (f) => `${of(f, 'gtin')} सही GTIN नहीं है। बारकोड से देखकर लिखें या खाली छोड़ें।`,
  parameter_unfit: (f) => `${of(f, 'key')} का उत्तर ठीक नहीं है।`,
  media_unknown: () => 'ऐसा कोई चित्र नहीं है।',
  image_unreadable: () => 'यह PNG, JPEG या WebP चित्र नहीं है। इसे JPEG के रूप में दोबारा सहेजें।',
  image_too_large: () => 'चित्र में बहुत अधिक पिक्सेल हैं। छोटा करके सहेजें।',
  listing_closed: (f) => `वस्तु "${of(f, 'state')}" स्थिति में है: अभी बदली नहीं जा सकती।`,
  listing_not_on_sale: (f) => `वस्तु "${of(f, 'state')}" स्थिति में है: अभी बदली नहीं जा सकती।`,
  change_waits: () => 'इस वस्तु का एक बदलाव पहले से अधिकारी के पास है। निर्णय की प्रतीक्षा करें या उसे वापस लें।',
  stock_below_reserved: (f) => `${of(f, 'reserved')} नग ग्राहकों को दिए जाने हैं: स्टॉक इससे कम नहीं हो सकता।`,
  parameters_missing: (f) => `श्रेणी यह भी पूछती है: ${of(f, 'missing')}।`,
  declarations_missing: () => 'कानून के अनुसार ग्राहक सेवा का फ़ोन या ई-मेल (और आयातक का पता) ज़रूरी है।',
  toy_unproved: () => 'खिलौनों के लिए BIS लाइसेंस ज़रूरी है।',
  images_missing: (f) => `${of(f, 'needed')} चित्र चाहिए; ${of(f, 'found')} हैं।`,
  food_details_missing: () => 'खाद्य वस्तु के लिए शाकाहारी चिह्न, सामग्री, एलर्जी और उपयोग अवधि ज़रूरी है।',
  fssai_missing: () => 'खाद्य वस्तु के लिए मान्य FSSAI नंबर ज़रूरी है। उसे अपने काग़ज़ों में जोड़ें।',
  illegal_transition: () => 'वस्तु की इस स्थिति में यह संभव नहीं है।',
};

/** Codes of faults of a sheet, each with its sentence in every language. */
export const faultCodes: readonly string[] = Object.keys(sentences);
/** Refusals that can also be told in Hindi. */
export const toldInHindi: readonly string[] = Object.keys(refusalsInHindi);

/** What is wrong and what to do about it, in the maker's language. @rule S-60 */
export function faultSays({ code, facts }: Pick<GoodsFault, 'code' | 'facts'>, language: FaultLanguage): string {
  const own = sentences[code];
  if (own) return own[language](facts);
  const hindi = language === 'hi' ? refusalsInHindi[code] : undefined;
  return hindi ? hindi(facts) : of(facts, 'says');
}
