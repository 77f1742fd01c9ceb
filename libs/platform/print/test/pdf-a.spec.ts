import { pdfAFaults } from '#platform/testing';
import { paperPdf } from '../src/index.js';
import { paper } from './builders/paper.js';

describe('R-6.20 S-61 papers keep to PDF/A-2b', () => {
  test('R-6.20 nothing is found in any: of one page and of many, with a long code and with none, with hostile words', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => [String(n + 1), `Stole ${n + 1} दुपट्टा`, '1.00']);
    const hostile = [{ label: 'To', lines: ['/JS (x) /Encrypt /AA << >> /SMask 1 0 R', '=HYPERLINK("x")'] }];
    for (const one of [
      paper,
      { ...paper, rows },
      { ...paper, codes: [{ label: 'IRN', text: 'x'.repeat(800) }] },
      { ...paper, codes: [], parties: hostile },
    ]) {
      expect(pdfAFaults(await paperPdf(one))).toEqual([]);
    }
  });

  test.each<[string, string | RegExp, string]>([
    ['6.1.2 begins with its version', '%PDF-1.7', '%PDF-2.0'],
    ['6.1.3 has two identifiers', /\/ID \[<\w+> /, '/ID [<00> '],
    ['6.1.3 is not encrypted', /\/Root /, '/Encrypt 1 0 R\n/Root '],
    ['6.1.3 ends with its end', '%%EOF', '%%END'],
    ['6.1.7 every stream is as long', /endstream/, 'endstreem'],
    ['6.1.7 packed by no method', '/Type /Catalog', '/Type /Catalog\n/Filter /LZWDecode'],
    ['6.2.3 has one aim of colours', 'GTS_PDFA1', 'GTS_PDFX1'],
    ['6.2.10 nothing shines through', '/Type /Page\n', '/Type /Page\n/SMask 1 0 R\n'],
    ['6.2.10 nothing shines through', '/Type /Page\n', '/Type /Page\n/ca 0.5\n'],
    ['6.2.11 every font is whole', '/FontFile', '/FontFole'],
    ['6.2.11 every font is whole', '/ToUnicode ', '/ToUnicoda '],
    ['6.3 nothing stands upon', '/Type /Page\n', '/Type /Page\n/Annots []\n'],
    ['6.5 nothing happens by itself', '/Type /Catalog', '/Type /Catalog\n/OpenAction 1 0 R'],
    ['6.5 nothing happens by itself', '/Type /Catalog', '/Type /Catalog\n/AA << /O << /JS 1 0 R >> >>'],
    ['6.6.2 the metadata stand unpacked', '/Metadata ', '/Metadati '],
    ['6.6.2 the metadata are one whole packet', '<?xpacket end="w"?>', '<?xpacket non="w"?>'],
    ['6.6.3 the description says', '<pdf:Producer>ODOP', '<pdf:Producer>0DOP'],
    ['6.6.3 the description says', '<xmp:CreateDate>2026', '<xmp:CreateDate>2027'],
    ['6.6.4 it says which part', '<pdfaid:part>2', '<pdfaid:part>1'],
    ['6.8 is marked', '/StructTreeRoot ', '/StructTreeRoof '],
    ['6.8 is marked', '/Lang (', '/Lanh ('],
  ])('R-6.20 %s is found where %s is broken', async (fault, whole, broken) => {
    const text = (await paperPdf(paper)).toString('latin1');
    expect(text).toMatch(whole);
    const found = pdfAFaults(
      Buffer.from(
        text.replace(whole, () => broken),
        'latin1',
      ),
    );
    expect(found.some((one) => one.startsWith(fault))).toBe(true);
  });
});
