import {
  csvOf,
  FORMULA,
  guardedCell,
  sheetBytes_max,
  sheetRows,
  unguardedCell,
  xlsxOf,
  type OutRow,
} from '../src/index.js';
import { workbookOf, zipOf } from './builders/workbook.js';

const limits = { rows_max: 1_000, columns_max: 60, cell_chars_max: 2_000 };
const read = async (content: Buffer | string) => {
  const rows: (number | string)[][] = [];
  for await (const { number, cells } of sheetRows(Buffer.from(content as string), limits))
    rows.push([number, ...cells]);
  return rows;
};

describe('S-60 sheets', () => {
  test.each([
    ['commas', 'State,Product\nBihar,"Silk, tussar"\n'],
    ['semicolons and a byte-order mark', '\ufeffState;Product\r\nBihar;Silk, tussar\r\n'],
    ['tabs', 'State\tProduct\nBihar\tSilk, tussar'],
  ])('CSV with %s', async (_, text) => {
    expect(await read(text)).toEqual([
      [1, 'State', 'Product'],
      [2, 'Bihar', 'Silk, tussar'],
    ]);
  });

  test('a workbook gives texts, shared texts, numbers; empty rows are passed over; formulas are not taken', async () => {
    const book = workbookOf(
      [['State', 'LGD code'], ['Bihar & Co', 187], [], [{ shared: 0 }, { formula: '1+1' }]],
      ['बिहार'],
    );
    expect(await read(book)).toEqual([
      [1, 'State', 'LGD code'],
      [2, 'Bihar & Co', '187'],
      [4, 'बिहार', FORMULA],
    ]);
  });

  test.each<[string, Buffer | string, RegExp]>([
    ['other bytes', Buffer.from([1, 0, 2]), /neither CSV nor a workbook/],
    ['Latin-1', Buffer.from([0x53, 0xe9, 0x0a]), /not UTF-8/],
    ['quotes left open', 'State\n"Bihar', /quotes/],
    ['a packed file that is no workbook', zipOf({ 'a.txt': 'a' }), /no Excel workbook/],
    ['a cut workbook', workbookOf([['State']]).subarray(0, 200), /packing is broken/],
    ['declared entities', workbookOf([['State']], [], '<!DOCTYPE x [<!ENTITY a "b">]>'), /declare things/],
    ['too many columns', `${'a,'.repeat(70)}a\n`, /more than 60 cells/],
    [
      'a bomb',
      zipOf({ ...bookParts(), 'xl/sharedStrings.xml': Buffer.alloc(60 * 1024 * 1024, 0x20) }),
      /unpacks to far more/,
    ],
    ['more than 20 MiB', Buffer.alloc(sheetBytes_max + 1), /larger than 20 MiB/],
  ])('%s is told apart', async (_, content, why) => {
    await expect((async () => read(content))()).rejects.toThrow(why);
  });
});

function bookParts() {
  return {
    'xl/workbook.xml': '<workbook><sheets><sheet r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<R><Relationship Id="a" Target="sheet.xml"/></R>',
    'xl/sheet.xml': '<worksheet/>',
  };
}

/** What people write into cells so that somebody's spreadsheet computes it. */
const corpus = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+91 98765',
  '-2+3',
  '@SUM(1,1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1+1',
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20SUM(1)',
  "'=1",
  "''=1",
  '=HYPERLINK("http://x.example","a, ""b""")',
];
const plain = ['Tussar stole', 'बनारसी साड़ी', "'tis", '5 < 6', 'a=b', 'say "yes", please', 'two\nlines', ''];

describe('S-59 sheets that go out', () => {
  const bytesOf = async (stream: AsyncIterable<unknown>) => {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(Buffer.from(part as Buffer));
    return Buffer.concat(parts);
  };
  const rows: OutRow[] = [['n', 'text'], ...[...corpus, ...plain].map((text, i): OutRow => [i + 1, text])];
  /** What a reader makes of it: its own trimming is not the writer's doing. */
  const told = [...corpus, ...plain].map((text) => guardedCell(text).trim());

  test.each(corpus)('%j is text to every program', (text) => {
    expect(guardedCell(text)).toBe(`'${text}`);
    expect(unguardedCell(guardedCell(text))).toBe(text);
  });
  test.each(plain)('%j goes out as it is', (text) => {
    expect(guardedCell(text)).toBe(text);
    expect(unguardedCell(text)).toBe(text);
  });

  test('CSV, with a byte-order mark where asked, is read back cell for cell', async () => {
    const file = await bytesOf(await csvOf(rows, true));
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await bytesOf(await csvOf(rows, false))).subarray(0, 1).toString()).toBe('n');
    expect((await read(file)).slice(1).map((row) => row[2] ?? '')).toEqual(told);
  });

  test('a workbook holds text and numbers and no formula', async () => {
    const book = await xlsxOf(rows, 'Goods');
    const back = (await read(book)).slice(1);
    // XML reads every end of a line as one sign.
    expect(back.map((row) => row[2] ?? '')).toEqual(told.map((text) => text.replaceAll('\r', '\n')));
    expect(back.some((row) => row.includes(FORMULA))).toBe(false);
  });

  test('rows are asked for as the file is read, not before', async () => {
    let made = 0;
    const endless = (function* () {
      for (;;) yield [(made += 1)];
    })();
    const stream = await csvOf(endless, false);
    for await (const _ of stream) break;
    expect(made).toBeLessThan(20_000);
  });
});
