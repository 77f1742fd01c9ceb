import { buffer } from 'node:stream/consumers';
import { textOfPdf } from '#platform/testing';
import { tablePdf, type PrintedTable, type PrintRow } from '../src/index.js';

const table: PrintedTable = {
  title: 'Statement खाता',
  about: ['मधु Handlooms, अक्टूबर 2026'],
  columns: [
    { title: 'What', width: 3 },
    { title: '₹', width: 1, align: 'right' },
  ],
  madeAt: new Date('2026-11-01T00:00:00Z'),
};

describe('tables on paper', () => {
  const printed = (rows: PrintRow[]) => buffer(tablePdf(table, rows));

  test('say what they were given, in the scripts of India, the same rows in the same bytes', async () => {
    const rows: PrintRow[] = [
      [['Sold for', 'बना दाम'], '1,450.00'],
      ['வணக்கம்', '−5.00'],
    ];
    const pdf = await printed(rows);
    const said = textOfPdf(pdf);
    expect(said).toEqual(expect.arrayContaining(['What ₹', 'Sold for 1,450.00', 'बना दाम', 'Statement खाता • 1']));
    expect(said.join('\n')).toContain('−5.00');
    expect(said.join('\n')).not.toContain('\ufffd');
    expect((await printed(rows)).equals(pdf)).toBe(true);
  });

  test('go on over as many pages as they need, with their head on each', async () => {
    const said = textOfPdf(await printed(Array.from({ length: 100 }, (_, n) => [`row number ${n + 1}`, '1.00'])));
    expect(said.filter((line) => line.startsWith('row number'))).toHaveLength(100);
    expect(said.filter((line) => line === 'What ₹').length).toBeGreaterThan(1);
    expect(said).toContain('Statement खाता • 2');
  });

  test('words in scripts nobody here can print are left out, and the rest stands', async () => {
    expect(textOfPdf(await printed([['plain 漢字 words', '']]))).toContain('plain words');
  });
});
