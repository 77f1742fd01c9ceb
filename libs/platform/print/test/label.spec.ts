import { textOfPdf } from '#platform/testing';
import { barsOf, drawBars } from '../src/bars.js';
import { isPrintable, labelPdf, PrintHouse, type PrintedLabel } from '../src/index.js';

const label: PrintedLabel = {
  ...{ kind: 'label', carrier: 'courier', number: 'SIM0000042', cash: 'Collect in cash नकद लें: ₹1,450.00' },
  to: { label: 'To प्राप्तकर्ता', lines: ['Farah Test', '1 Test Road'], pincode: '800001' },
  from: { label: 'From प्रेषक', lines: ['क्षत्रिय हथकरघा समिति', '14 Weavers Lane, Champanagar'], pincode: '812001' },
  notes: ['650 g'],
  madeAt: new Date('2026-11-23T06:00:00Z'),
};

/** The symbols that widths of bars and spaces stand for, found by their place in the sequence, the stop last. */
const symbolsOf = (widths: readonly number[]): string[] =>
  Array.from({ length: (widths.length - 1) / 6 }, (_, i) => widths.slice(6 * i, 6 * i + 6).join(''));

describe('SM-5 labels of parcels', () => {
  test('SM-5 a number is the symbols of Code 128 with their check, as in the published example', () => {
    // "PJJ123C": values 48 42 42 17 18 19 35; with start B the check is (104 + 48·1 + 42·2 + … + 35·7) mod 103 = 55.
    const symbols = symbolsOf(barsOf('PJJ123C')!);
    const [startB, p, j, one, two, three, c, check] = [
      ...['211214', '313121', '112133', '123221', '223211', '221132', '131321', '311321'],
    ];
    expect(symbols).toEqual([startB, p, j, j, one, two, three, c, check, '233111']);
    expect(barsOf('PJJ123C')!.slice(-7)).toEqual([2, 3, 3, 1, 1, 1, 2]);
  });

  test('SM-5 digits alone go in pairs; what has no symbol, or too many, has no bars', () => {
    // Start C, 12, 34, and (105 + 12·1 + 34·2) mod 103 = 82.
    expect(symbolsOf(barsOf('1234')!).slice(0, 4)).toEqual(['211232', '112232', '131123', '121241']);
    expect(symbolsOf(barsOf('123')!)[0]).toBe('211214');
    for (const without of ['', 'पार्सल', 'A'.repeat(33)]) expect(barsOf(without)).toBeNull();
  });

  test('SM-5 every symbol is eleven modules of three bars, an even number of them black, and none stands twice', () => {
    const signs = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
    const symbols = signs.map((sign) => symbolsOf(barsOf(sign)!)[1]!);
    expect(new Set(symbols).size).toBe(95);
    for (const widths of symbols.map((symbol) => [...symbol].map(Number))) {
      expect(widths.reduce((a, b) => a + b)).toBe(11);
      expect((widths[0]! + widths[2]! + widths[4]!) % 2).toBe(0);
    }
  });

  test('SM-5 bars are drawn side by side, with ten modules of paper white at either end', () => {
    const drawn: number[][] = [];
    const pdf = { rect: (...rect: number[]) => void drawn.push(rect), fill: () => undefined };
    const bars = barsOf('SIM0000042')!;
    const modules = bars.reduce((a, b) => a + b) + 20;
    drawBars(pdf as unknown as PDFKit.PDFDocument, bars, { x: 0, y: 0, width: modules, height: 5 });
    const isBlack = Array.from({ length: modules }, (_, at) =>
      drawn.some(([x, , wide]) => at >= x! && at < x! + wide!),
    );
    const runs = isBlack
      .map((black) => (black ? '#' : ' '))
      .join('')
      .match(/#+| +/g)!;
    expect(runs.map((run) => run.length)).toEqual([10, ...bars, 10]);
  });

  test('SM-5 it fits one page of A6 with the longest address, says what it was told, and is the same bytes again', async () => {
    const long = { ...label.to, lines: ['வணக்கம் '.repeat(12), 'Behind the old water tower, Champanagar '.repeat(7)] };
    const pdf = await labelPdf({ ...label, to: long });
    const file = pdf.toString('latin1');
    expect(file.match(/\/Type \/Page\n/g)).toHaveLength(1);
    expect(file).toContain('/MediaBox [0 0 297.64 419.53]');
    const said = textOfPdf(await labelPdf(label)).join('\n');
    for (const text of ['SIM0000042', '₹1,450.00', '1 Test Road', '800001', 'क्षत्रिय हथकरघा समिति', '650 g'])
      expect(said).toContain(text.normalize('NFC'));
    expect((await labelPdf(label)).equals(await labelPdf(label))).toBe(true);
  });

  test('S-15 it comes from the print house, as papers do', async () => {
    const press = new PrintHouse();
    try {
      expect(textOfPdf(await press.print(label)).join('\n')).toContain('SIM0000042');
    } finally {
      press.onModuleDestroy();
    }
  });

  test('SM-5 letters of a script we do not print are noticed', () => {
    expect(isPrintable('Farah Test, 1 टेस्ट रोड')).toBe(true);
    expect(isPrintable('فرح')).toBe(false);
  });
});
