import fc from 'fast-check';
import { runAsSystem } from '../src/context.js';
import { logTo } from '../src/log.js';

/** What a log writes. */
function lines(say: (log: ReturnType<typeof logTo>) => void): string {
  let text = '';
  say(logTo('debug', { write: (line: string) => void (text += line) }));
  return text;
}

describe('what may stand in a log line', () => {
  test.each([
    ['a password', { request: { body: { deep: { password: 'Pa55 "wörd"\n!' } } } }, 'wörd'],
    ['a one-time code', { given: { code: '482913' } }, '482913'],
    ['a one-time code as a number', { code: 482913 }, '482913'],
    ['recovery codes', { recoveryCodes: ['k7f2-9qhd', 'm3x8-2wpa'] }, 'k7f2'],
    ['a name', { person: { name: 'Meera Devi' } }, 'Meera'],
    ['a mobile in an error', { err: new Error('Key (mobile)=(+919876543210) already exists') }, '9876543210'],
    ['an e-mail in an error', { err: new Error('no mailbox meera.devi@example.in here') }, 'meera.devi'],
    ['a PAN', { note: 'PAN ABCPD1234E given' }, 'ABCPD1234E'],
    ['a bank account', { note: 'to 50100123456789 at HDFC' }, '50100123456789'],
    ['an access token', { note: `got eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl` }, 'eyJzdWIiOiIxIn0'],
    ['a bearer header', { headers: { authorization: 'Bearer abcdef123456' } }, 'abcdef123456'],
    ['a bearer in text', { note: 'sent Bearer abcdef123456' }, 'abcdef123456'],
    ['a key of the payment provider', { note: `used ${'sk_live'}_4eC39HqLyjWDarjtT1` }, '4eC39HqLyjWDarjtT1'],
    ['a password in an address', { note: 'connect postgres://odop_app:hunter22@db/odop' }, 'hunter22'],
    ['a refresh token', { refreshToken: 'q8Zr0b' }, 'q8Zr0b'],
  ])('S-70 %s does not', (_what, fields, secret) => {
    const text = lines((log) => log.warn(fields, 'something happened'));
    expect(text).not.toContain(secret);
    expect(JSON.parse(text)).toMatchObject({ level: 40, msg: 'something happened' });
    expect(lines((log) => log.warn(`said in words: ${'note' in fields ? fields.note : ''}`))).not.toContain(secret);
  });

  test('S-70 what an operator needs stays: codes of refusals and drivers, ids, amounts, times', () => {
    const fields = {
      code: 'cursor_invalid',
      sqlstate: { code: '40P01' },
      id: '01923456-7890-7123-8456-424242424242',
      text: 'order 01923456-7890-7123-8456-987654321012 of 2026-11-22T08:15:30.123Z failed after 120000 ms',
      amount_paise: 50_100_123_456_789,
    };
    expect(JSON.parse(lines((log) => log.info(fields)))).toMatchObject(fields);
  });

  test('S-70 whatever is put in stays one line, one JSON object, in its field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (value, message) => {
        const text = lines((log) => log.info({ value: `${value}\n{"level":60,"msg":"forged"}` }, `x${message}`));
        expect(text.endsWith('\n')).toBe(true);
        expect(text.slice(0, -1)).not.toContain('\n');
        expect(JSON.parse(text)).toMatchObject({ level: 30, value: expect.any(String), msg: expect.any(String) });
      }),
    );
  });

  test('S-72 a line names the request it belongs to', () => {
    const text = lines((log) => runAsSystem('orders.lapse', 'r-1', () => log.info('done')));
    expect(JSON.parse(text)).toMatchObject({ requestId: 'r-1', operation: 'orders.lapse' });
  });
});
