import { sheetRows } from '../src/data/sheet/sheet.js';
import { FORMULA, sheetLimits } from '../src/data/sheet/sheet-limits.js';
import { workbookOf, zipOf } from './builders/workbook.js';

const read = async (content: Buffer | string) => {
  const rows: (number | string)[][] = [];
  for await (const { number, cells } of sheetRows(Buffer.from(content as string))) rows.push([number, ...cells]);
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
    ['more than 20 MiB', Buffer.alloc(sheetLimits.file_bytes_max + 1), /larger than 20 MiB/],
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
