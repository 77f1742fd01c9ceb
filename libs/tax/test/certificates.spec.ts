import { textOfPdf } from '#platform/testing';
import { paperPdf } from '#platform/print';
import {
  certificateNumber,
  certificateSheet,
  endedBefore,
  monthsOf,
  type KeptMonth,
} from '../src/domain/certificate.js';

describe('R-6.12 R-6.14 certificates', () => {
  test('R-6.12 numbers say kind and year, in sixteen signs', () => {
    expect(certificateNumber('collected', '2026-27', 1)).toBe('TCS/26-27/000001');
    expect(certificateNumber('withheld', '2099-00', 999_999)).toBe('ITS/99-00/999999');
    expect(() => certificateNumber('withheld', '2026-27', 0)).toThrow();
  });

  test('R-0.5 a year has four quarters from April', () => {
    expect(monthsOf({ year: '2026-27', period: 'Q1' })).toEqual(['2026-04', '2026-05', '2026-06']);
    expect(monthsOf({ year: '2026-27', period: 'Q4' })).toEqual(['2027-01', '2027-02', '2027-03']);
    expect(monthsOf({ year: '2026-27', period: 'year' })).toHaveLength(12);
  });

  test.each([
    ['2026-12-31T18:29:59Z', ['collected 2026-27 Q2', 'withheld 2026-27 Q2']],
    ['2026-12-31T18:30:00Z', ['collected 2026-27 Q3', 'withheld 2026-27 Q3']],
    ['2027-03-31T18:30:00Z', ['collected 2026-27 Q4', 'withheld 2026-27 Q4', 'withheld 2026-27 year']],
    ['2027-07-01T00:00:00Z', ['collected 2027-28 Q1', 'withheld 2027-28 Q1']],
  ])('R-0.5 at %s what ended last is %j', (at, ended) => {
    expect(endedBefore(new Date(at)).map(({ kind, of }) => `${kind} ${of.year} ${of.period}`)).toEqual(ended);
  });

  test('R-6.12 R-6.14 on paper stand the months, the sum in words, the law, and whom it is for', async () => {
    const months: KeptMonth[] = [
      {
        ...{ month: '2026-10', gross_paise: 10_439_500n, taxable_paise: 10_000_000n, income_tax_paise: 10_440n },
        ...{ cgst_paise: 25_000n, sgst_paise: 25_000n, igst_paise: 0n },
      },
    ];
    const common = { issuedAt: new Date('2027-01-01T06:00:00Z'), year: '2026-27', period: 'Q3' as const, months };
    const whom = { name: 'मीना देवी हथकरघा', gstin: null, place: 'Champanagar', pincode: '812001', state: 'IN-BR' };
    const printed = async (kind: 'collected' | 'withheld', section: string | null) => {
      const number = certificateNumber(kind, '2026-27', 1);
      return textOfPdf(await paperPdf(certificateSheet({ kind, number, section, ...common }, whom, '00'))).join('\n');
    };
    const collected = await printed('collected', null);
    for (const words of [
      ...[
        'TCS/26-27/000001',
        '01-01-2027',
        '2026-27 Q3',
        'CGST Act 2017, section 52',
        'मीना देवी हथकरघा',
        '10 Bihar बिहार',
      ],
      ...['2026-10 1,00,000.00 250.00 250.00 0.00 500.00', '₹500.00', 'five hundred rupees only', 'पाँच सौ रुपये मात्र'],
    ]) {
      expect(collected).toContain(words.normalize('NFC'));
    }
    const withheld = await printed('withheld', 'Income-tax Act 2025, section 393(1)');
    expect(withheld).toContain('2026-10 1,04,395.00 104.40');
    expect(withheld).toContain('Income-tax Act 2025, section 393(1)');
  });
});
