import { languageFor, languages, type Language } from '../src/domain/languages.js';
import { masked } from '../src/domain/masked.js';
import { asked, faultsOf, registeredText } from '../src/domain/message-text.js';
import { valuesInOrder, wordingIn, written } from '../src/domain/render.js';
import { moneyText, safeText, timeText } from '../src/domain/wording.js';
import type { Wording } from '../src/domain/wordings.js';
import { words } from '../src/templates/frames.js';
import { templates } from '../src/templates/templates.js';
import { everyMessage, sampleLink } from './samples.js';

const wordingsOf = (event: keyof typeof templates, language: 'en' | 'hi') =>
  templates[event][language] as Readonly<Record<string, Wording>>;
/** What makers read: of their goods, orders and money, and of their own accounts. */
const isMakers = (event: string, audience: string): boolean =>
  /maker|^reseller$/.test(audience) ||
  (/^(identity|notifications)\./.test(event) && !/^delegate$|officer$/.test(audience));
const writtenIn = (language: Language) =>
  everyMessage().filter(({ event, audience }) => wordingIn(event, audience, language) !== undefined);

/** One SMS in Latin letters holds 160, parts 153; in Devanagari 70 and 67. */
const smsParts = (text: string): number => {
  const isLatin = /^[\x20-\x7e]*$/.test(text);
  const [one, part] = isLatin ? [160, 153] : [70, 67];
  return text.length <= one ? 1 : Math.ceil(text.length / part);
};

describe('Wording', () => {
  test.each(everyMessage().map((each) => [`${each.event} for the ${each.audience}`, each] as const))(
    '%s asks for the same values in every language',
    (_, { event, audience, kinds }) => {
      for (const language of languages) {
        const wording = wordingIn(event, audience, language);
        if (wording === undefined) continue;
        const { subject, text, sms } = wording;
        expect([...new Set([subject, text, sms].flatMap(asked))].sort()).toEqual(Object.keys(kinds).sort());
        expect([subject, text, sms].flatMap((each) => faultsOf(each, kinds, language))).toEqual([]);
      }
      expect(Object.keys(wordingsOf(event, 'hi'))).toEqual(Object.keys(wordingsOf(event, 'en')));
    },
  );

  test.each(languages)('every message reads well in %s', (language) => {
    const all = writtenIn(language).map(({ event, audience, values }) => {
      const message = { event, audience, values, language };
      const { subject, text } = written(message, 'in_app', null, sampleLink);
      return `${event} → ${audience}\n  ${subject}\n  ${text}\n  SMS: ${written(message, 'sms', null, sampleLink).text}`;
    });
    expect(all.join('\n\n')).toMatchSnapshot();
  });

  test.each([
    ['en', 1],
    ['hi', 2],
    ['ta', 3],
    ['bn', 2],
  ] as const)('S-34 an SMS in %s takes at most %s parts', (language, most) => {
    const long = writtenIn(language).flatMap(({ event, audience, values }) => {
      const { text } = written({ event, audience, values, language }, 'sms', null, sampleLink);
      return smsParts(text) > most ? [text] : [];
    });
    expect(long).toEqual([]);
  });

  test.each(languages)('in %s there are the same words of ours', (language) => {
    expect(Object.keys(words[language]).sort()).toEqual(Object.keys(words.en).sort());
    expect(Object.values(words[language])).not.toContain('');
  });

  test.each(languages)(
    'S-14 in %s makers have every message; what others lack is known and read in English',
    (language) => {
      const lacks = everyMessage().filter(({ event, audience }) => wordingIn(event, audience, language) === undefined);
      expect(lacks.filter(({ event, audience }) => isMakers(event, audience))).toEqual([]);
      expect(lacks.map(({ event, audience }) => `${event} → ${audience}`)).toMatchSnapshot();
      for (const { event, audience, values } of lacks) {
        const inEnglish = written({ event, audience, values, language: 'en' }, 'sms', null, sampleLink);
        expect(written({ event, audience, values, language }, 'sms', null, sampleLink)).toEqual(inEnglish);
      }
    },
  );

  test.each([
    [100, '₹1', '₹1'],
    [145_000, '₹1,450', '₹1,450'],
    [145_005, '₹1,450.05', '₹1,450.05'],
    [14_500_000, '₹1,45,000', '₹1,45,000'],
    [9_007_199_254_740_991n, '₹9,00,71,99,25,47,409.91', '₹9,00,71,99,25,47,409.91'],
  ])('%s paise in Indian grouping', (amount, en, hi) => {
    expect([moneyText(amount, 'en'), moneyText(amount, 'hi')]).toEqual([en, hi]);
  });

  test.each([
    ['2026-11-12T08:35:00Z', '12 November 2026, 2:05 pm', '12 नवंबर 2026, 14:05 बजे'],
    ['2026-11-12T18:45:00Z', '13 November 2026, 12:15 am', '13 नवंबर 2026, 0:15 बजे'],
    ['2027-01-31T06:30:00Z', '31 January 2027, 12:00 pm', '31 जनवरी 2027, 12:00 बजे'],
  ])('R-0.5 %s is told in Indian time', (at, en, hi) => {
    expect([timeText(new Date(at), 'en'), timeText(new Date(at), 'hi')]).toEqual([en, hi]);
  });

  test.each([
    ['en', 1, 'ODOP Bazaar: 1 piece of order ODB-1 cancelled. Please send only the rest.'],
    ['en', 123_456, 'ODOP Bazaar: 1,23,456 pieces of order ODB-1 cancelled. Please send only the rest.'],
    ['hi', 1, 'ODOP बाज़ार: ऑर्डर ODB-1 का 1 नग रद्द। केवल बाकी भेजें।'],
    ['hi', 123_456, 'ODOP बाज़ार: ऑर्डर ODB-1 के 1,23,456 नग रद्द। केवल बाकी भेजें।'],
    ['ta', 123_456, 'ODOP பஜார்: ஆர்டர் ODB-1: ரத்தான எண்ணிக்கை 1,23,456. மீதியை மட்டும் அனுப்பவும்.'],
    ['bn', 123_456, 'ODOP বাজার: অর্ডার ODB-1: 1,23,456টি বাতিল। শুধু বাকিটা পাঠান।'],
  ] as const)('S-14 in %s %s of something are told as one would say it', (language, pieces, expected) => {
    const told = { event: 'orders.lines_gone', audience: 'maker', language } as const;
    expect(written({ ...told, values: { order: 'ODB-1', pieces } }, 'sms', null).text).toBe(expected);
    // As it was stored before messages could count.
    expect(written({ ...told, values: { order: 'ODB-1', pieces: String(pieces) } }, 'sms', null).text).toBe(expected);
  });

  test.each([
    ['{pieces, plural, one {# piece} other {# pieces}} of {order}', []],
    ['{why, select, none {it} other {{order}, {why}}}', []],
    ['{pieces, number}', []],
    ["it's 5 < 6 & <b>{order}</b>", []],
    ['{pieces', ['it cannot be read: EXPECT_ARGUMENT_CLOSING_BRACE']],
    ['{price}', ['there is no value {price}']],
    ['{constructor}', ['there is no value {constructor}']],
    ['{pieces, plural, other {{price}}}', ['the plural of {pieces} has no "one"', 'there is no value {price}']],
    ['{order, plural, one {1} other {2}}', ['{order} counts nothing, so it has no plural']],
    ['{pieces, selectordinal, other {#th}}', ['{pieces} counts nothing, so it has no plural']],
    ['{pieces, select, other {x}}', ['nothing can be chosen by {pieces}, which is of the kind count']],
    ['{due, date, short}', ['{due} is written without a form of its own']],
    ['{pieces, number, ::percent}', ['{pieces} is written without a form of its own']],
  ])('S-34 what is wrong with a text is found before it is sent: %s', (text, faults) => {
    const kinds = { pieces: 'count', order: 'text', why: 'word', due: 'time' } as const;
    expect(faultsOf(text, kinds, 'en')).toEqual(faults);
  });

  test('S-34 whatever varies in a text is one variable of what operators register', () => {
    const text = 'ODOP Bazaar: {pieces, plural, one {# piece} other {# pieces}} of order {order}.';
    expect(registeredText(text, 'en')).toBe('ODOP Bazaar: {#var#} of order {#var#}.');
    const values = { order: 'ODB-1', pieces: 2 };
    const told = { event: 'orders.lines_gone', audience: 'maker', language: 'en', values } as const;
    expect(valuesInOrder(told)).toEqual(['2 pieces', 'ODB-1']);
  });

  test('amounts and instants stand in the same digits in every language', () => {
    const at = new Date('2026-11-12T08:35:00Z');
    expect(languages.map((language) => moneyText(14_500_000, language))).toEqual(languages.map(() => '₹1,45,000'));
    expect([timeText(at, 'ta'), timeText(at, 'bn')]).toEqual([
      '12 நவம்பர், 2026, 14:05 மணி',
      '12 নভেম্বর, 2026, 14:05 টা',
    ]);
  });

  test.each([
    ['hi', 'hi'],
    ['hi-IN', 'hi'],
    ['EN-in', 'en'],
    ['ta-IN', 'ta'],
    ['te', 'en'],
  ])('who reads %s is written to in %s', (tag, language) => expect(languageFor(tag)).toBe(language));

  test.each([
    ['a header', 'Stole\r\nBcc: all@example.in', 'Stole Bcc: all@example.in'],
    ['text turned round', 'silk\u202e3202', 'silk3202'],
    ['invisible letters', 'si\u200blk\ufeff', 'silk'],
    ['joiners of Indian scripts', 'क्\u200dष', 'क्\u200dष'],
    ['a placeholder', '{amount}', '{amount}'],
    ['much too much', 'x'.repeat(500), `${'x'.repeat(79)}…`],
  ])('S-61 %s in a maker’s words does no harm', (_, given, expected) => {
    expect(safeText(given)).toBe(expected);
    const { subject } = written(
      { event: 'catalogue.listing_live', audience: 'maker', language: 'en', values: { title: given } },
      'email',
      'Kavita',
    );
    expect(subject).toBe(`On sale: ${expected}`);
  });

  test('S-61 a name with braces and line breaks stays a name', () => {
    const told = {
      event: 'orders.confirmed',
      audience: 'shopper',
      language: 'en',
      values: { order: '{name}' },
    } as const;
    expect(written(told, 'email', 'Kavita {text}\nBcc:').text).toBe(
      'Namaste Kavita {text} Bcc:,\n\nThe maker has confirmed order {name} and is getting it ready for you. ' +
        'We write again when it is on its way.\n\nODOP Bazaar\n',
    );
  });

  test('S-36 a letter to a guest ends with where she follows her order; to whoever signs in it does not', () => {
    const told = { event: 'orders.confirmed', audience: 'shopper', language: 'en' } as const;
    const values = { order: 'ODB-1' };
    const linkTo = (orderId: string): string => `https://bazaar.example.in/orders/${orderId}`;
    expect(written({ ...told, values: { ...values, follows: '7' } }, 'email', 'Kavita', linkTo).text).toBe(
      'Namaste Kavita,\n\nThe maker has confirmed order ODB-1 and is getting it ready for you. We write again when it is ' +
        'on its way.\n\nFollow this order, cancel it or send goods back: https://bazaar.example.in/orders/7\n' +
        'Whoever has this link can do so; please keep it to yourself.\n\nODOP Bazaar\n',
    );
    expect(written({ ...told, values }, 'email', 'Kavita').text).not.toContain('http');
  });

  test('S-63 an operator sees only the ends of an address', () => {
    expect(masked('sms', '+919876500042')).toBe('+91•••••••42');
    expect(masked('email', 'ramesh@example.in')).toBe('r•••@example.in');
  });
});
