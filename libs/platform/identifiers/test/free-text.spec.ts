import { carriesCardNumber, cleanText, freeText, luhnHolds, maskCardNumbers } from '../src/index.js';

/** Words of every large script of India, some written with ZWJ or ZWNJ. */
const indic = [
  'क्‍ष',
  'नमस्ते',
  'रेशमी साड़ी',
  'ৎ‌ক',
  'ড়',
  'ਪੰਜਾਬੀ',
  'ગુજરાતી',
  'ଓଡ଼ିଆ',
  'தமிழ்',
  'తెలుగు',
  'ಕನ್ನಡ',
  'മലയാളം',
  'ന്‍',
  'اُردُو',
  'ᱥᱟᱱᱛᱟᱲᱤ',
  'ꯃꯩꯇꯩ',
];

/** Numbers of test cards that payment providers publish. */
const cards = ['4242 4242 4242 4242', '5555-5555-5555-4444', '378282246310005', '6011111111111117', '3056930009020004'];

describe('free text', () => {
  test.each(indic)('S-56 %s comes back as it went in', (word) => {
    expect(freeText(120).parse(word)).toBe(word);
  });

  test.each([
    ['direction marks', 'silk\u202eelots', 'silkelots'],
    ['zero-width space', 'Var\u200banasi', 'Varanasi'],
    ['soft hyphen and byte order mark', '\ufeffhand\u00adloom', 'handloom'],
    ['control characters, but not new lines', 'one\u0007\ntwo\tthree', 'one\ntwo\tthree'],
    ['tags', 'shawl\u{e0041}\u{e007f}', 'shawl'],
  ])('S-56 %s are taken out', (_name, given, clean) => expect(cleanText(given)).toBe(clean));

  test.each(['', '   ', '\u200d', '\u3164', '\u2800', '\u200b\u200c\u200d', '\u0301'])(
    'S-56 %j shows nothing and is refused',
    (text) => {
      expect(freeText(120).safeParse(text).success).toBe(false);
    },
  );

  test('S-56 lengths count code points', () => {
    expect(freeText(3).safeParse('🧵🧵🧵').success).toBe(true);
    expect(freeText(3).safeParse('🧵🧵🧵🧵').success).toBe(false);
  });

  test('S-54 a hostile text is judged at once', () => {
    for (const text of ['1 '.repeat(50_000), '4242-'.repeat(20_000), '\u202e'.repeat(100_000)]) {
      expect(carriesCardNumber(text)).toBe(false);
      expect(freeText(200).safeParse(text).success).toBe(false);
    }
  });

  test.each(cards)('S-65 %s is a card number', (number) => {
    expect(carriesCardNumber(`my card is ${number}, thanks`)).toBe(true);
    expect(freeText(120).safeParse(`pay with ${number}`).success).toBe(false);
    expect(maskCardNumbers(`card ${number}.`)).toBe(`card XXXX ${number.slice(-4)}.`);
  });

  test.each([
    ['a wrong check digit', '4242 4242 4242 4241'],
    ['a number inside a longer one', '94242424242424242'],
    ['a mobile number', '+91 98765 43210'],
    ['an order number', 'ODB-2026-000042424242424242'],
    ['an instant in milliseconds', '{"time":1795357933230}'],
    ['a UUID', '01923456-7890-7123-8456-424242424242'],
    ['an amount', '4242424242424.42'],
  ])('S-65 %s is none', (_name, text) => {
    expect(carriesCardNumber(text)).toBe(false);
    expect(maskCardNumbers(text)).toBe(text);
  });

  test('S-65 the check digit finds every single changed digit', () => {
    const number = '4242424242424242';
    expect(luhnHolds(number)).toBe(true);
    for (let i = 0; i < number.length; i++) {
      for (let by = 1; by < 10; by++) {
        expect(luhnHolds(number.slice(0, i) + String((Number(number[i]) + by) % 10) + number.slice(i + 1))).toBe(false);
      }
    }
  });
});
