import { faultCodes, faultSays } from '../src/index.js';
import { answerAs, rupees, whole, yesNo } from '../src/domain/desk/codecs.js';
import { columns } from '../src/domain/desk/columns.js';
import { faultLanguages, toldInHindi } from '../src/domain/desk/fault-words.js';
import { CellUnfit } from '../src/domain/desk/faults.js';
import { assertFitsWorkbook } from '../src/domain/desk/write-goods.js';
import { fail } from '../src/domain/listing.errors.js';
import { codeOf } from './builders/pictures.js';

const reading = (codec: { read(cell: string): unknown }, cell: string): unknown => {
  try {
    return codec.read(cell);
  } catch (error) {
    return error instanceof CellUnfit ? error.code : error;
  }
};
const inr = (paise: number) => ({ paise, currency: 'INR' });

describe('S-60 cells of a sheet of goods', () => {
  test.each([
    ['1450', 145_000],
    ['1450.5', 145_050],
    ['1,45,000.50', 14_500_050],
    ['145,000', 14_500_000],
    ['₹ 1450', 145_000],
    ['1.45E3', 145_000],
    ['1450.1000000000001', 145_010],
    ['0.01', 1],
  ])('%s is so many paise: %d', (cell, paise) => expect(reading(rupees, cell)).toEqual(inr(paise)));
  test.each(['1450.005', '14,50', 'Rs 1450', '1450-', '', 'NaN', '1e999', '٣', '1 450', '0x10'])(
    '%s is no amount',
    (cell) => expect(reading(rupees, cell)).toBe('rupees_expected'),
  );
  test.each(['1.5', 'three', '1,5', '9'.repeat(16)])('%s is no whole number', (cell) =>
    expect(reading(whole, cell)).toBe('number_expected'),
  );
  test.each([
    ['yes', true],
    ['Y', true],
    ['हाँ', true],
    ['TRUE', true],
    ['no', false],
    ['नहीं', false],
    ['0', false],
    ['maybe', 'yes_no_expected'],
  ])('%s is %s', (cell, told) => expect(reading(yesNo, cell)).toBe(told));
  test('an answer is read as its question wants it', () => {
    expect(reading(answerAs('number'), '12.5')).toBe(12.5);
    expect(reading(answerAs('number'), 'long')).toBe('number_expected');
    expect(reading(answerAs('choice'), 'silk')).toBe('silk');
    expect(reading(answerAs('yes_no'), 'no')).toBe(false);
  });

  test.each([
    [
      'options',
      [
        { name: 'a=b', value: String.raw`c;d\e` },
        { name: 'size', value: 'L' },
      ],
    ],
    ['quantity_breaks', [{ from: 5, price: inr(90_005) }]],
    ['marks', [{ kind: 'silk_mark', number: 'SM;1', validTo: '2030-01-31' }]],
    ['serves_pins', ['812', '8530']],
    ['price', inr(145_005)],
    ['made_to_order', true],
  ])('%s: what is written is read as the same', (name, value) => {
    const { codec } = columns.find((column) => column.name === name)!;
    expect(codec.read(String(codec.write(value)))).toEqual(value);
  });

  test('S-52 a workbook holds 10,000 rows; more go out as CSV', () => {
    expect(codeOf(() => assertFitsWorkbook(10_000))).toBe('none');
    expect(codeOf(() => assertFitsWorkbook(10_001))).toBe('export_too_long');
  });

  test('each fault has its sentence in English and Hindi, and says what to do', () => {
    for (const code of faultCodes)
      for (const language of faultLanguages) {
        const says = faultSays({ code, facts: { bound: 3, why: 'x', row: 2, choices: ['a'] } }, language);
        expect(says).toMatch(language === 'hi' ? /[\u0900-\u097f].*।$/u : /^[^\u0900-\u097f]+\.$/u);
      }
  });

  test('refusals of the catalogue are told in Hindi too; one that is not known there in English', () => {
    for (const code of toldInHindi) expect(faultSays({ code, facts: {} }, 'hi')).toMatch(/[\u0900-\u097f]/u);
    const { code, message } = fail('media_unknown');
    expect(faultSays({ code, facts: { says: message } }, 'en')).toBe(message);
    expect(faultSays({ code: 'own_goods', facts: { says: message } }, 'hi')).toBe(message);
  });
});
