import { fairRating_bp, reviewInput, shownName, assertMayReportReview } from '../src/domain/reviews/review.rules.js';
import { suspicionsIn } from '../src/domain/reviews/suspicions.js';
import { codeOf } from './builders/pictures.js';

describe('R-9.3 what an officer reads before everybody else', () => {
  it.each([
    ['plain praise', 'Soft, warm, and the colour is as shown. Arrived in 4 days.', []],
    ['plain blame', 'Thin, and it lost colour in the first wash. Very bad.', []],
    ['words of another script', 'बहुत सुंदर साड़ी, रंग पक्का है।', []],
    ['a number of an order of size', '100 x 200 cm, 350 g, paid Rs. 1,450', []],
    ['a word with a rude one inside', 'A classic from Assam, passed to my grandmother', []],
    ['a full stop before a word that ends addresses too', 'It is soft. In winter it warms.', []],
    ['an address of a page', 'Cheaper at https://silk.example/a', ['link']],
    ['the same without a protocol', 'see silkshop.com for less', ['link']],
    ['the same written out', 'silkshop dot com', ['link']],
    ['the same in full-width letters', 'ｓｉｌｋｓｈｏｐ．ｃｏｍ', ['link']],
    ['a mail address', 'write to me: meena@example', ['address']],
    ['a payment address', 'pay to meena (at) okbank', ['address']],
    ['a telephone number', 'call 98000 00001', ['phone']],
    ['the same with signs between', '9-8-0-0-0-0-0-0-0-1', ['phone']],
    ['the same in Devanagari', '९८०००००००१', ['phone']],
    ['the same in Tamil', '௯௮௦௦௦௦௦௦௦௧', ['phone']],
    ['the same with invisible signs', '98000\u200b00001', ['phone']],
    ['abuse', 'what a bastard', ['abuse']],
    ['abuse with digits for letters', 'sh1t', ['abuse']],
    ['abuse in Hindi', 'चूतिया बनाया', ['abuse']],
    ['the same in Latin letters, drawn out', 'chuuutiyaa', ['abuse']],
    ['shouting', 'THIS IS THE WORST STOLE I HAVE EVER BOUGHT IN MY LIFE', ['shouting']],
    ['a sign of a few capitals', 'GI TAG OK', []],
    ['letters without end', 'sooooooooo good', ['gibberish']],
    ['several at once', 'bastard, call 9800000001', ['phone', 'abuse']],
  ])('%s', (_, words, found) => expect(suspicionsIn(words)).toEqual(found));

  it('looks at title and words together, and at nothing where there are none', () => {
    expect(suspicionsIn('see www.silk.example', null)).toEqual(['link']);
    expect(suspicionsIn(null, null)).toEqual([]);
  });
});

describe('R-9.3 S-56 what a buyer may write', () => {
  const fits = (said: object) => reviewInput.safeParse({ stars: 4, ...said }).success;
  it.each([
    ['stars alone', {}, true],
    ['no stars', { stars: undefined }, false],
    ['six stars', { stars: 6 }, false],
    ['half a star', { stars: 2.5 }, false],
    ['words', { title: 'Good', words: 'Very good.' }, true],
    ['markup', { words: '<b>good</b>' }, false],
    ['signs that turn the direction', { title: 'good\u202ebad' }, false],
    ['words that nobody sees', { title: '\u200b\u200b' }, false],
    ['too many words', { words: 'x'.repeat(3_001) }, false],
    ['a language we do not know', { language: 'xx' }, false],
  ])('%s', (_, said, expected) => expect(fits(said)).toBe(expected));
});

describe('S-66 the name a review is shown with', () => {
  it.each([
    ['Farah Test', 'Farah T.'],
    ['  Lakshmi  Narayan iyer ', 'Lakshmi I.'],
    ['मीना देवी', 'मीना दे.'],
    ['Rukhsana', 'Rukhsana'],
    ['42 !', null],
    ['ab'.repeat(45), 'ab'.repeat(20)],
    ['Anne-Marie D’Souza', 'Anne-Marie D.'],
    ['A.P.J. Test', 'A.P.J. T.'],
    ['ശ്രീകല ന\u200cമ്പ്യാർ', 'ശ്രീകല ന.'],
    ['www.silk.example', null],
    ['silkshop.com', null],
    ['9800000001abc', null],
    ['meena@okbank Test', null],
    ['‹img›', null],
    ['Bastard Test', null],
    ['Farah\u202etseT', null],
  ])('%s is shown as %s', (name, shown) => expect(shownName(name)).toBe(shown));
});

describe('R-9.3 what stars count where goods are held against each other', () => {
  const of = (reviews: number, stars: number) => fairRating_bp({ reviews, stars_sum: reviews * stars });
  it('nobody has spoken: the middle', () => expect(of(0, 0)).toBe(5_000));
  it('one buyer’s five stars count less than a hundred buyers’ four and a half', () => {
    expect(of(1, 5)).toBeLessThan(of(100, 4.5));
    expect(of(1, 5)).toBeGreaterThan(of(0, 0));
  });
  it('one buyer’s one star does not bury goods', () => {
    expect(of(1, 1)).toBeGreaterThan(4_000);
    expect(of(1, 1)).toBeGreaterThan(of(50, 1));
  });
  it('many voices come near to their average, and never beyond it', () => {
    expect(of(1_000, 4)).toBeGreaterThan(7_980);
    expect(of(100_000, 5)).toBeLessThanOrEqual(10_000);
  });
});

describe('R-9.3 who may report reviews', () => {
  it.each([
    ['nothing so far', { same: 0, waiting: 0, today: 0 }, 'none'],
    ['the same, still waiting', { same: 1, waiting: 1, today: 1 }, 'review_report_waits'],
    ['as many waiting as allowed', { same: 0, waiting: 10, today: 0 }, 'too_many_review_reports'],
    ['as many on a day', { same: 0, waiting: 0, today: 5 }, 'too_many_review_reports'],
  ])('%s', (_, made, code) => expect(codeOf(() => assertMayReportReview(made, 10, 5))).toBe(code));
});
