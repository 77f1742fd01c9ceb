const justification = 'The office gives each guest of its yearly meeting a stole of the district.';
const reason = 'The paper does not show the name of the applicant.';
const person = 'Asha Rani';
const shop = 'Rani Handloom';
const contact = 'asha.rani@rani-handloom.example';

/**
 * What members of these names hold in examples, so that a reader sees a shop and not "string"; `district.name` is the
 * name of a district. A schema's own examples come first, and a word its bounds or pattern refuse is passed over.
 * Everybody here is invented.
 */
const likely: Readonly<Record<string, string | number>> = {
  // who
  ...{ name: shop, 'seller.name': shop, 'maker.name': shop, 'shipTo.name': person, 'person.name': person },
  ...{ 'persons.name': person, 'holder.name': person, 'state.name': 'Bihar', 'district.name': 'Bhagalpur' },
  ...{ 'names.name': 'Bhagalpur', maker: shop, holder: shop, organisation: shop, by: person, delegate: person },
  ...{
    primaryUser: contact,
    contact,
    signIn: contact,
    email: contact,
    mobile: '+919876543210',
    sentTo: 'as…@r….example',
  },
  ...{ role: 'maker_owner', roles: 'maker_owner', scope: 'maker:list', scopes: 'maker:list', rank: 'section_officer' },
  ...{ permissions: 'maker:list', post: 'Section Officer', division: 'Stores', issuer: 'District Industries Centre' },
  // where
  ...{ street: '14 Weavers Lane, Champanagar', line: '14 Weavers Lane', place: 'Champanagar', district: 'bhagalpur' },
  ...{ slug: 'bhagalpur', pincode: '812001', toPincode: '812001', shipToPincode: '812001', address: '192.0.2.10' },
  ...{ countryOfOrigin: 'IN', origin: 'IN', lat: 25.25, lng: 87.01 },
  // what
  ...{
    title: 'Tussar silk stole, handwoven',
    product: 'Tussar silk',
    commonName: 'stole',
    brand: shop,
    label: '2 metres',
  },
  ...{ description: 'Handwoven on a pit loom from Bhagalpuri tussar.', alt: 'A folded stole in natural gold' },
  ...{ text: 'tussar', words: 'tussar stole', care: 'Dry clean only', ingredients: 'Roasted gram', allergens: 'None' },
  ...{ hsn: '6214', gstRateKey: 'handloom_silk', giSlugs: 'bhagalpur-silk', fssai: '10012345000012', sku: 'STOLE-01' },
  ...{ craft: 'Reeling and weaving of tussar', materials: 'Tussar cocoons', steps: 'Boiling, reeling, weaving' },
  ...{ body: 'Families of Champanagar have reeled tussar for generations.', credit: shop, lang: 'en' },
  ...{ sustainability: 'The moths leave their cocoons alive.', en: 'A proof of address', hi: 'पते का प्रमाण' },
  ...{ quantity: 2, paise: 145_000, onHand: 12, available: 12, bp: 500 },
  // why and how it stands
  ...{
    reason,
    decisionReason: reason,
    giReason: reason,
    staffReason: reason,
    refusal: reason,
    returnedBecause: reason,
  },
  ...{
    justification,
    fundsRefusal: 'The head has no balance left.',
    waitsFor: 'buyer',
    event: 'submit',
    missing: 'pan',
  },
  ...{ hint: 'A photograph of the card is enough.', says: 'Your order is on its way.', did: 'listing.published' },
  ...{ source: 'Notification of the State Government', reference: 'DIC/2026/118', decisionNo: 'DIC/2026/118' },
  // numbers that papers and orders carry
  ...{ number: 'ODB-2026-000123', sanctionNumber: 'SAN/2026/41', voucher: 'VCH/2026/77', utr: 'PUNBH26326000123' },
  ...{
    budgetHead: '2851-00-102',
    ifsc: 'PUNB0123400',
    account: '000000001234',
    notice: '2026-11',
    consentNotice: '2026-11',
  },
  // what programs pass on
  ...{
    key: 'R-1.4',
    accessToken: 'eyJhbGciOi…',
    secret: 'odb_test_…',
    cursor: 'eyJrIjpbXX0.c2ln',
    next: 'eyJrIjpbXX0.c2ln',
  },
  ...{ 'Idempotency-Key': 'order-of-tuesday-1', 'If-Match': '"4"', client: 'Firefox on Linux', file: 'start.js' },
  ...{ 'Content-Digest': 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:', type: 'application/json' },
};

const byName = new Map(Object.entries(likely));

/** @param place  `member`, or `parent.member` */
export const likelyAt = (place: string): string | number | undefined =>
  byName.get(place) ?? byName.get(place.slice(place.lastIndexOf('.') + 1));

/** Tried one after the other for a text with a pattern; the first that fits is taken. */
export const likelyTexts: readonly string[] = [
  ...['tussar-silk', 'tussar_silk', 'IN', 'en', '2026-27', 'k7mw-2pqx-9trd', '110000000000015'],
];
