import { textOfPdf } from '#platform/testing';
import { paperPdf } from '../src/index.js';
import { paper, source } from './builders/paper.js';

const objects = (pdf: Buffer): string => pdf.toString('latin1');

describe('R-6.20 official papers', () => {
  test('R-6.20 what is read out of one is what was written into it, in Devanagari and the other scripts', async () => {
    const pdf = await paperPdf(paper);
    const said = textOfPdf(pdf).join('\n');
    for (const text of source) expect(said).toContain(text.normalize('NFC'));
    expect(said).not.toContain('\ufffd');
    expect((await paperPdf(paper)).equals(pdf)).toBe(true);
  });

  test('R-6.20 it says that it is PDF/A-2b, is tagged, has its colours and carries its fonts', async () => {
    const file = objects(await paperPdf(paper));
    expect(file).toMatch(/^%PDF-1\.7\n/);
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(file).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(file).toContain('/S /GTS_PDFA1');
    expect(file).toContain('/Marked true');
    expect(file).toContain('/Lang (en-IN)');
    expect(file.match(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/)).not.toBeNull();
    const fonts = file.match(/\/Type \/FontDescriptor/g) ?? [];
    expect(fonts.length).toBeGreaterThan(2);
    expect(file.match(/\/FontFile[23]? /g)).toHaveLength(fonts.length);
    expect(file.match(/\/ToUnicode /g)).toHaveLength(fonts.length);
    for (const banned of ['/Encrypt', '/JavaScript', '/JS', '/EmbeddedFiles', '/LZWDecode', '/URI', '/SMask']) {
      expect(file).not.toContain(banned);
    }
  });

  test('S-61 hostile words are words', async () => {
    const words = `"><script>alert('1')</script> ) ET Q /JS (x) \\ {{7*7}} #set`;
    const hostile = { ...paper, parties: [{ label: 'To', lines: [words, '=HYPERLINK("x")'] }] };
    const said = textOfPdf(await paperPdf(hostile));
    expect(said.join(' ')).toContain(words);
    expect(said.join(' ')).toContain('=HYPERLINK("x")');
  });

  test('R-6.20 two hundred lines go over pages, the head and the name on each', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => [String(n + 1), `Stole ${n + 1} दुपट्टा`, '1.00']);
    const said = textOfPdf(await paperPdf({ ...paper, rows }));
    expect(said.filter((line) => /^\d+ Stole \d+ दुपट्टा 1\.00$/.test(line))).toHaveLength(200);
    const heads = said.filter((line) => line === 'No. क्र. Goods माल Value मूल्य').length;
    expect(heads).toBeGreaterThan(3);
    expect(said.filter((line) => line.startsWith('Tax invoice कर बीजक INV/26-27/000001 •'))).toHaveLength(heads);
  });

  test('S-61 another copy has other bytes, and says the same', async () => {
    const [one, other] = [await paperPdf(paper), await paperPdf({ ...paper, copy: 'ff'.repeat(16) })];
    expect(one.equals(other)).toBe(false);
    expect(textOfPdf(one)).toEqual(textOfPdf(other));
  });
});
