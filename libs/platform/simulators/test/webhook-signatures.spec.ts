import { createHmac } from 'node:crypto';
import { signLikeStandardWebhooks } from '../src/webhook-signatures.js';

const key = Buffer.from('0123456789abcdef0123456789abcdef');
const secret = `whsec_${key.toString('base64')}`;
const event = { id: 'evt_1', body: '{"state":"delivered"}' };

test('STD-2.2 a notice is signed over its id, the second of this attempt and its bytes', () => {
  const sent = signLikeStandardWebhooks(event, secret, 1_795_000_000);
  const mac = createHmac('sha256', key).update('evt_1.1795000000.{"state":"delivered"}').digest('base64');
  expect(sent).toEqual({
    'webhook-id': 'evt_1',
    'webhook-timestamp': '1795000000',
    'webhook-signature': `v1,${mac}`,
  });
});

test('STD-2.2 a second attempt has the same id and a signature of its own', () => {
  const [first, second] = [1_795_000_000, 1_795_000_030].map((at) => signLikeStandardWebhooks(event, secret, at));
  expect(second!['webhook-id']).toBe(first!['webhook-id']);
  expect(second!['webhook-signature']).not.toBe(first!['webhook-signature']);
});
