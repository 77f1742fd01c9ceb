import {
  gstinCheckCharacter,
  panFitsName,
  readBankAccount,
  readCin,
  readDpiit,
  readFssai,
  readGiApplication,
  readGstin,
  readHsn,
  readIfsc,
  readMobile,
  readPan,
  readPehchan,
  readShgCode,
  readTan,
  readUdyam,
  type Checked,
} from '../src/index.js';

const faultOf = (read: Checked): string => (read.ok ? 'none' : read.fault);

describe('R-4.20 PAN', () => {
  it.each([
    ['AAAPL1234C', 'none'],
    [' aaapl1234c ', 'none'],
    ['AAAPL1234', 'length'],
    ['AAAPL12345', 'form'],
    ['AAAPL1234CC', 'length'],
    ['AAAXL1234C', 'holder'],
    ['A'.repeat(100_000), 'length'],
  ])('%.12s → %s', (typed, fault) => expect(faultOf(readPan(typed))).toBe(fault));

  it.each([
    ['P', 'person'],
    ['C', 'company'],
    ['F', 'firm'],
    ['G', 'government'],
  ])('the fourth letter %s is a %s', (letter, holder) =>
    expect(readPan(`AAA${letter}L1234C`)).toMatchObject({ ok: true, holder }),
  );

  it.each([
    ['AAAPD1234C', 'Meena Devi', true],
    ['AAAPM1234C', 'Meena Devi', true],
    ['AAAPK1234C', 'Meena Devi', false],
    ['AAACB1234C', 'Bagru Prints', true],
    ['AAACP1234C', 'Bagru Prints', false],
  ])('%s fits the name %s: %s', (pan, name, fits) => expect(panFitsName(pan, name)).toBe(fits));
});

describe('R-4.21 GSTIN', () => {
  it.each([
    ['27AAPFU0939F1ZV', 'none'],
    ['29AAGCB7383J1Z4', 'none'],
    ['24AAACC1206D1ZM', 'none'],
    ['27AAPFU0939F1ZW', 'check_character'],
    ['27AAPFU0939F1Z', 'length'],
    ['40AAPFU0939F1ZV', 'state'],
    ['00AAPFU0939F1ZV', 'state'],
    ['27AAPXU0939F1ZV', 'holder'],
    ['27AAPFU0939F0ZV', 'form'],
  ])('%s → %s', (typed, fault) => expect(faultOf(readGstin(typed))).toBe(fault));

  it.each([
    ['09AABCU9603R1Z', 'L'],
    ['33AABCU9603R1Z', 'U'],
    ['07ABCDE1234F1Z', '2'],
  ])('check character of %s is %s', (first14, character) => expect(gstinCheckCharacter(first14)).toBe(character));

  it.each(['38', '97', '99'])('State code %s exists', (state) => {
    const first14 = `${state}AAPFU0939F1Z`;
    expect(readGstin(first14 + gstinCheckCharacter(first14))).toMatchObject({ ok: true, state });
  });
  it.each(['39', '96', '98'])('State code %s does not exist', (state) => {
    const first14 = `${state}AAPFU0939F1Z`;
    expect(faultOf(readGstin(first14 + gstinCheckCharacter(first14)))).toBe('state');
  });

  it('carries the PAN of its holder, and of nobody else', () => {
    expect(readGstin('27AAPFU0939F1ZV', 'AAPFU0939F')).toMatchObject({ ok: true, pan: 'AAPFU0939F', kind: 'regular' });
    expect(faultOf(readGstin('27AAPFU0939F1ZV', 'AAGCB7383J'))).toBe('other_pan');
  });
});

describe('registrations of enterprises', () => {
  it.each([
    ['UDYAM-UP-12-0001234', 'none'],
    ['UDYAM-KR-03-0001234', 'none'],
    ['UDYAM-XX-12-0001234', 'state'],
    ['UDYAM-UP-1-00012345', 'form'],
    ['UDYAM-UP-12-000123', 'length'],
  ])('R-4.23 Udyam %s → %s', (typed, fault) => expect(faultOf(readUdyam(typed))).toBe(fault));

  it.each([
    ['U17120KA2026PTC012345', 'none'],
    ['L17120MH1995PLC012345', 'none'],
    ['U17120KA2027PTC012345', 'year'],
    ['U17120XX2020PTC012345', 'state'],
    ['U17120KA2020ABC012345', 'form'],
    ['X17120KA2020PTC012345', 'form'],
    ['U17120KA2020PTC01234', 'length'],
  ])('R-4.24 CIN %s → %s in 2026', (typed, fault) => expect(faultOf(readCin(typed, 2026))).toBe(fault));

  it.each([
    ['DIPP1', 'none'],
    ['DIPP123456', 'none'],
    ['DPIIT12345', 'none'],
    ['DIPP1234567', 'length'],
    ['DIPPA', 'form'],
  ])('R-4.29c recognition %s → %s', (typed, fault) => expect(faultOf(readDpiit(typed))).toBe(fault));

  it.each([
    ['DELA12345B', 'none'],
    ['DELA1234BB', 'form'],
    ['DELA12345', 'length'],
  ])('R-4.29f TAN %s → %s', (typed, fault) => expect(faultOf(readTan(typed))).toBe(fault));
});

describe('R-4.25 bank', () => {
  it.each([
    ['SBIN0001234', 'none'],
    ['SBIN1001234', 'form'],
    ['SBIN000123', 'length'],
  ])('IFSC %s → %s', (typed, fault) => expect(faultOf(readIfsc(typed))).toBe(fault));

  it('an unknown bank is told, not refused', () => {
    expect(readIfsc('SBIN0001234')).toMatchObject({ bank_known: true });
    expect(readIfsc('ZZZZ0001234')).toMatchObject({ ok: true, bank_known: false });
  });

  it.each([
    ['12345678', 'length'],
    ['012345678', 'none'],
    ['123456789012345678', 'none'],
    ['1234567890123456789', 'length'],
    ['12345678A', 'form'],
  ])('account %s → %s', (typed, fault) => expect(faultOf(readBankAccount(typed))).toBe(fault));
});

describe('goods', () => {
  it.each([
    ['500', 'length'],
    ['5007', 'none'],
    ['50072', 'length'],
    ['500720', 'none'],
    ['50072010', 'none'],
    ['500720101', 'length'],
    ['9983', 'chapter'],
    ['0001', 'chapter'],
    ['50A7', 'form'],
  ])('R-4.27 HSN %s → %s', (typed, fault) => expect(faultOf(readHsn(typed))).toBe(fault));

  it.each([
    ['10026123000123', 'none'],
    ['21027123000123', 'year'],
    ['30020123000123', 'form'],
    ['1002012300012', 'length'],
  ])('R-4.28 FSSAI %s → %s in 2026', (typed, fault) => expect(faultOf(readFssai(typed, 2026))).toBe(fault));

  it('R-4.28 tells a licence from a registration', () => {
    expect(readFssai('10020123000123', 2026)).toMatchObject({ level: 'licence', year: 2020 });
    expect(readFssai('21021123000123', 2026)).toMatchObject({ level: 'registration', year: 2021 });
  });

  it.each([
    ['1', 'none'],
    ['99999', 'none'],
    ['100000', 'length'],
    ['0', 'form'],
  ])('R-4.29b GI application %s → %s', (typed, fault) => expect(faultOf(readGiApplication(typed))).toBe(fault));
});

describe('makers', () => {
  it.each([
    ['AB/12', 'length'],
    ['AB/123', 'none'],
    ['A'.repeat(24), 'none'],
    ['A'.repeat(25), 'length'],
    ['AB 1234', 'form'],
  ])('R-4.29d card %s → %s', (typed, fault) => expect(faultOf(readPehchan(typed))).toBe(fault));

  it.each([
    ['12-AB-34', 'none'],
    ['12/AB/34', 'form'],
    ['12345', 'length'],
  ])('R-4.29e group code %s → %s', (typed, fault) => expect(faultOf(readShgCode(typed))).toBe(fault));

  it.each([
    ['9876543210', '+919876543210'],
    ['+91 98765 43210', '+919876543210'],
    ['09876543210', '+919876543210'],
    ['919876543210', '+919876543210'],
    ['5876543210', 'form'],
    ['987654321', 'length'],
    ['98765432100', 'length'],
  ])('R-4.29g mobile %s → %s', (typed, expected) => {
    const read = readMobile(typed);
    expect(read.ok ? read.value : read.fault).toBe(expected);
  });
});
