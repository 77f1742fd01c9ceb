import { keepsDevice, saysSomething } from '../src/domain/duplicate.js';

describe('S-30 what a device says', () => {
  test.each([
    ['her own', 'drawn by lot', null, true],
    ['of a delegate who helps her', 'drawn by lot', 'a delegate', false],
    ['none', null, null, false],
  ])('%s', (_, device, delegateId, kept) => expect(keepsDevice(device, delegateId)).toBe(kept));

  test.each([
    ['device', 1, true],
    ['device', 3, true],
    ['device', 4, false],
    ['bank_account', 20, true],
  ] as const)('the same %s as %s others says something: %s', (kind, others, says) =>
    expect(saysSomething(kind, others)).toBe(says),
  );
});
