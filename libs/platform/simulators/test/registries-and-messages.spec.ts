import { MessagesSimulator } from '../src/messages.js';
import { RegistriesSimulator } from '../src/registries.js';
import { caller } from './caller.js';

const key = 'registry-key';

describe('registries simulator', () => {
  const registries = new RegistriesSimulator();
  let call: ReturnType<typeof caller>;

  beforeAll(async () => {
    await registries.start({ secretKey: key });
    call = caller(registries.url, key);
  });
  afterAll(() => registries.stop());

  it.each([
    ['/gstin/09AABCU9603R1ZL', 200, { status: 'active', legal_name: 'AABCU9603R Invented Enterprise' }],
    ['/gstin/10AAKFK4210M1ZM', 200, { status: 'active', legal_name: 'Kosi Tussar Weavers' }],
    ['/gstin/09AABCU9603R1ZM', 400, { error: { code: 'malformed' } }],
    ['/gstin/10AAKFK9001M1ZF', 200, { status: 'cancelled' }],
    ['/gstin/10AAKFK9003M1ZD', 404, { error: { code: 'not_found' } }],
    ['/udyam/UDYAM-BR-07-0001234', 200, { status: 'active', activity: 'manufacturing', size: 'micro' }],
    ['/udyam/UDYAM-BR-07-0009001', 200, { status: 'cancelled' }],
    ['/udyam/UDYAM-BR-07-0009002', 200, { activity: 'trading' }],
    ['/udyam/UDYAM-BR-07-0009003', 404, { error: { code: 'not_found' } }],
    ['/udyam/UDYAM-7', 400, { error: { code: 'malformed' } }],
    ['/artisan-cards/BRHW001234', 200, { status: 'active' }],
  ])('R-4.21 R-4.23 %s → %i', async (path, status, body) => {
    expect(await call('GET', path)).toMatchObject({ status, body });
  });

  it.each([
    ['123456780001', 200, { status: 'credited', name_at_bank: 'KOSI TUSSAR WEAVERS' }],
    ['123456789991', 200, { status: 'failed', reason: 'account_closed' }],
    ['123456789992', 200, { status: 'credited', name_at_bank: 'Suresh Invented Person' }],
    ['123456789995', 503, { error: { code: 'bank_not_reachable' } }],
  ])('R-4.1 a rupee to %s → %i', async (account, status, body) => {
    const asked = { account, ifsc: 'SIMB0000001', name: 'Kosi Tussar Weavers' };
    expect(await call('POST', '/penny-drops', asked)).toMatchObject({ status, body });
  });

  it('is down when told, and says which faults it knows', async () => {
    await call('POST', '/_control/faults', { kind: 'error_before', status: 503, times: 1 });
    expect(await call('GET', '/udyam/UDYAM-BR-07-0001234')).toMatchObject({ status: 503 });
    expect(await call('POST', '/_control/faults', { kind: 'earthquake' })).toMatchObject({
      status: 400,
      body: { error: { code: 'unknown_fault', message: expect.stringContaining('drop_after') } },
    });
    await call('POST', '/_control/faults', { kind: 'hang' });
    expect((await call('DELETE', '/_control/faults')).body).toEqual({ faults: [] });
    expect(await call('GET', '/nothing')).toMatchObject({ status: 404 });
  });
});

describe('messages simulator', () => {
  const messages = new MessagesSimulator();
  let call: ReturnType<typeof caller>;

  beforeAll(async () => {
    await messages.start({ secretKey: key });
    call = caller(messages.url, key);
  });
  afterAll(() => messages.stop());

  it('keeps what it was given, once per key, and shows it by receiver', async () => {
    const registered = { header: 'ODOPBZ', templateId: '1107000000000000001' };
    const sms = {
      idempotencyKey: 'm-1',
      to: '+919800000001',
      text: 'Your code is 482913.',
      template: 'sign-in',
      ...registered,
    };
    expect(await call('POST', '/sms', sms)).toMatchObject({ status: 202 });
    await call('POST', '/sms', sms);
    const mail = { idempotencyKey: 'm-2', to: 'asha@example.in', subject: 'Order placed', text: 'Thank you.' };
    expect(await call('POST', '/email', mail)).toMatchObject({ status: 202 });
    expect(messages.inbox('+919800000001')).toMatchObject([{ text: 'Your code is 482913.', template: 'sign-in' }]);
    const inbox = await call('GET', '/_control/inbox?to=asha%40example.in');
    expect(inbox.body).toMatchObject({ messages: [{ subject: 'Order placed' }] });
  });

  it('refuses numbers and mailboxes that do not exist', async () => {
    const registered = { header: 'ODOPBZ', templateId: '1107000000000000001' };
    const sms = { idempotencyKey: 'm-3', to: '+919800000000', text: 'Hello', ...registered };
    expect(await call('POST', '/sms', { ...sms, templateId: undefined })).toMatchObject({ status: 400 });
    expect(await call('POST', '/sms', sms)).toMatchObject({ status: 422 });
    const mail = { idempotencyKey: 'm-4', to: 'bounce@example.in', subject: 'Hello', text: 'Hello' };
    expect(await call('POST', '/email', mail)).toMatchObject({ status: 422 });
  });
});
