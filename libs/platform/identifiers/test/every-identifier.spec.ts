import {
  faultSays,
  gstinCheckCharacter,
  readBankAccount,
  readCin,
  readCooperativeNumber,
  readDpiit,
  readFssai,
  readGiApplication,
  readGstEnrolment,
  readGstin,
  readHsn,
  readIfsc,
  readLgdCode,
  readMobile,
  readPan,
  readPehchan,
  readPincode,
  readShgCode,
  readTan,
  readUdyam,
  verhoeffDigit,
  verhoeffHolds,
  type Checked,
} from '../src/index.js';

const faultOf = (read: Checked): string => (read.ok ? 'none' : read.fault);

/** Rule, reader, one that holds. Every number here is invented. */
const table: readonly [string, (typed: string) => Checked, string][] = [
  ['R-4.20 PAN', readPan, 'AAAPL1234C'],
  ['R-4.21 GSTIN', (typed) => readGstin(typed), '27AAPFU0939F1ZV'],
  ['R-4.23 Udyam', readUdyam, 'UDYAM-UP-12-0001234'],
  ['R-4.24 CIN', (typed) => readCin(typed, 2026), 'U17120KA2020PTC012345'],
  ['R-4.25 IFSC', readIfsc, 'SBIN0001234'],
  ['R-4.25 bank account', readBankAccount, '012345678'],
  ['R-4.26 PIN code', readPincode, '812001'],
  ['R-4.27 HSN', readHsn, '500720'],
  ['R-4.28 FSSAI', (typed) => readFssai(typed, 2026), '10020123000123'],
  ['R-4.29a LGD district', (typed) => readLgdCode(typed, 'district'), '190'],
  ['R-4.29b GI application', readGiApplication, '99999'],
  ['R-4.29c DPIIT', readDpiit, 'DIPP123456'],
  ['R-4.29d Pehchan', readPehchan, 'BR/123456'],
  ['R-4.29e SHG code', readShgCode, '12-AB-3456'],
  ['R-4.1 co-operative’s number', readCooperativeNumber, 'BR/123/2019'],
  ['R-4.1 GST enrolment', readGstEnrolment, '0726ABCDE1234'],
  ['R-4.29f TAN', readTan, 'DELA12345B'],
  ['R-4.29g mobile', readMobile, '9876543210'],
];

describe.each(table)('%s', (_, read, good) => {
  const fullWidth = (text: string) => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  const devanagari = (text: string) => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0x936));

  it('is read in any case and with space around it', () => {
    const plain = read(good);
    expect(plain.ok).toBe(true);
    for (const typed of [good.toLowerCase(), `  ${good}\t`, `\u00a0${good}\u3000`]) expect(read(typed)).toEqual(plain);
  });

  it.each([
    ['nothing', () => ''],
    ['only spaces', () => '   '],
    ['far too long', (text: string) => text.repeat(10)],
    ['a hundred thousand characters', () => '1'.repeat(100_000)],
    ['full-width digits', fullWidth],
    ['digits of Devanagari', devanagari],
    ['a zero-width space inside', (text: string) => `${text.slice(0, 4)}\u200b${text.slice(4)}`],
    ['a dotless ı, whose capital is I', (text: string) => `ı${text.slice(1)}`],
    ['a long s, whose capital is S', (text: string) => `${text.slice(0, -1)}ſ`],
    ['a line of code', () => "' or 1=1 --"],
    ['a NUL', (text: string) => `${text}\u0000`],
  ])('refuses %s', (_name, spoil) => {
    const told = read(spoil(good));
    expect(told.ok).toBe(false);
    expect(Object.keys(faultSays)).toContain(faultOf(told));
  });
});

describe('R-4.26 PIN code', () => {
  it.each([
    ['110001', 'none'],
    ['855117', 'none'],
    ['900001', 'none'],
    ['012345', 'form'],
    ['81200', 'length'],
    ['8120011', 'length'],
    ['81200A', 'form'],
    ['812 001', 'length'],
  ])('%s → %s', (typed, fault) => expect(faultOf(readPincode(typed))).toBe(fault));

  it('9 stands for the army’s post', () => {
    expect(readPincode('900001')).toMatchObject({ zone: 9, army: true });
    expect(readPincode('812001')).toMatchObject({ zone: 8, army: false });
  });
});

describe('R-4.29a LGD code', () => {
  it.each([
    ['state', '9', 'none'],
    ['state', '38', 'none'],
    ['state', '100', 'length'],
    ['district', '190', 'none'],
    ['district', '1000', 'length'],
    ['village', '123456', 'none'],
    ['village', '1234567', 'length'],
    ['district', '0', 'form'],
    ['district', '019', 'form'],
    ['district', '-19', 'form'],
    ['district', '1.9', 'form'],
    ['district', '1e2', 'form'],
  ] as const)('of a %s: %s → %s', (of, typed, fault) => expect(faultOf(readLgdCode(typed, of))).toBe(fault));
});

describe('R-4.30 S-64 a number without an official pattern is no place for an Aadhaar number', () => {
  it.each([
    ['card', readPehchan, '234123412346', 'aadhaar'],
    ['card', readPehchan, '2341-2341-2346', 'aadhaar'],
    ['card', readPehchan, 'BR/234123412347', 'none'],
    ['card', readPehchan, '134123412346', 'none'],
    ['card', readPehchan, '2341234123467', 'none'],
    ['group code', readShgCode, '9999-9999-0019', 'aadhaar'],
    ['co-operative', readCooperativeNumber, '2341 2341 2346', 'aadhaar'],
    ['enrolment', readGstEnrolment, '999999990019', 'aadhaar'],
  ] as const)('%s (%#) %s', (_name, read, typed, fault) => expect(faultOf(read(typed))).toBe(fault));
});

describe('check digits find every slip of one character', () => {
  it('R-4.21 in a GSTIN: any character mistyped, most neighbours swapped', () => {
    const good = '29AAGCB7383J1Z4';
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    for (let at = 0; at < good.length; at++) {
      for (const other of alphabet) {
        if (other === good[at]) continue;
        expect(readGstin(good.slice(0, at) + other + good.slice(at + 1)).ok).toBe(false);
      }
    }
  });

  it('R-4.21 the check character of an invented number is the one that is read', () => {
    for (const first14 of ['09AABCU9603R1Z', '33AABCU9603R1Z', '07ABCPE1234F1Z']) {
      expect(readGstin(first14 + gstinCheckCharacter(first14)).ok).toBe(true);
    }
  });

  it('R-4.22 in a Verhoeff number: any digit mistyped, any neighbours swapped', () => {
    for (const good of ['2363', '999999990019', '234123412346']) {
      expect(verhoeffHolds(good)).toBe(true);
      expect(verhoeffDigit(good.slice(0, -1))).toBe(good.at(-1));
      for (let at = 0; at < good.length; at++) {
        for (const other of '0123456789') {
          if (other !== good[at]) expect(verhoeffHolds(good.slice(0, at) + other + good.slice(at + 1))).toBe(false);
        }
        const swapped = good.slice(0, at) + (good[at + 1] ?? '') + good[at] + good.slice(at + 2);
        if (swapped !== good) expect(verhoeffHolds(swapped)).toBe(false);
      }
    }
  });
});
