import { rupees } from '#platform/money';
import { seedRows } from '../src/domain/parameter.js';
import { policyBook } from '../src/domain/resolve-parameter.js';
import { frozenValue, snapshotSchema, takeSnapshot } from '../src/domain/snapshot.js';

const book = policyBook(seedRows());
const day = new Date('2024-07-09T06:00:00Z');

describe('R-0.4 a document keeps the values of its day', () => {
  const snapshot = takeSnapshot(book, ['proc.direct.max', 'fee.txn', 'ld.cap_pct', 'caution.enabled'], day);
  const stored: unknown = JSON.parse(JSON.stringify(snapshot));

  it('as plain JSON with unit, day and source', () => {
    expect(snapshot['proc.direct.max']).toEqual({
      value: '2500000',
      unit: 'paise',
      scope: 'GLOBAL',
      effective_from: '2019-04-02',
      source: expect.stringContaining('F.1/26/2018-PPD') as string,
    });
    expect(snapshotSchema.parse(stored)).toEqual(snapshot);
  });

  it('and reads them back with their types', () => {
    const read = snapshotSchema.parse(stored);
    expect(frozenValue(read, 'proc.direct.max')).toBe(rupees(25_000));
    expect(frozenValue(read, 'ld.cap_pct')).toBe(1_000);
    expect(frozenValue(read, 'caution.enabled')).toBe(true);
    expect(frozenValue(read, 'fee.txn')).toEqual({
      nil_upto_paise: rupees(5_00_000),
      rate_bp: 45,
      cap_paise: rupees(72_50_000),
    });
  });

  it('and is refused when a key had no value', () => {
    expect(() => takeSnapshot(book, ['pay.penal_pct_month'], new Date('2020-09-30T18:29:59.999Z'))).toThrow(
      expect.objectContaining({ code: 'parameter_not_in_force' }),
    );
  });

  it('a key the document never held is our fault, not the reader’s', () => {
    expect(() => frozenValue(snapshot, 'emd.max_pct')).toThrow('broken invariant');
  });
});
