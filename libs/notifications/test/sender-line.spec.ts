import { SenderLine } from '../src/adapters/sender-line.js';
import { MessageRefused, OutcomeUnknown, ProviderRests, type MessageSender } from '../src/ports/message-sender.js';
import { sms } from './builders/outgoing.js';

/** A provider that does as it is told, on a clock that moves when it is told. */
function provider(options: { atOnce?: number } = {}) {
  let now_ms = 1_800_000_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now_ms);
  const asked: string[] = [];
  const says: { next: () => Promise<{ reference: string }> } = { next: () => Promise.resolve({ reference: 'ref' }) };
  const sender: MessageSender = {
    name: 'a provider',
    send: ({ id }) => {
      asked.push(id);
      return says.next();
    },
  };
  const line = new SenderLine(sender, {
    rests_ms: 30_000,
    atOnce: options.atOnce ?? 2,
    failuresToRest: 3,
    slow_ms: 5_000,
  });
  const fails = (reason: Error): void => {
    says.next = () => Promise.reject(reason);
  };
  const works = () => (says.next = () => Promise.resolve({ reference: 'ref' }));
  const passes = (ms: number) => (now_ms += ms);
  return { line, asked, says, fails, works, passes };
}
const rests = (wait_ms: number) => expect.objectContaining({ name: 'ProviderRests', wait_ms });

describe('The line to a provider of messages', () => {
  afterEach(() => jest.restoreAllMocks());

  test('S-81 one that is down is left alone, then one message tries, and the others follow when it went', async () => {
    const { line, asked, fails, works, passes } = provider();
    fails(new Error('the gateway answered 503'));
    for (let i = 0; i < 3; i++) await expect(line.send(sms())).rejects.toThrow('503');
    await expect(line.send(sms())).rejects.toEqual(rests(30_000));
    passes(20_000);
    await expect(line.send(sms())).rejects.toEqual(rests(10_000));
    expect(asked).toHaveLength(3);
    passes(10_000);
    await expect(line.send(sms())).rejects.toThrow('503');
    await expect(line.send(sms())).rejects.toEqual(rests(30_000));
    passes(30_000);
    works();
    for (let i = 0; i < 3; i++) expect(await line.send(sms())).toEqual({ reference: 'ref' });
    expect(asked).toHaveLength(7);
  });

  test('S-81 one that is slow is left alone as well, and what it took is sent', async () => {
    const { line, says, passes } = provider();
    says.next = () => {
      passes(6_000);
      return Promise.resolve({ reference: 'late' });
    };
    for (let i = 0; i < 3; i++) expect(await line.send(sms())).toEqual({ reference: 'late' });
    await expect(line.send(sms())).rejects.toEqual(rests(30_000));
  });

  test('S-81 a "no" says that it is well; a doubt does not', async () => {
    const { line, fails } = provider();
    fails(new MessageRefused('no_such_number'));
    for (let i = 0; i < 9; i++) await expect(line.send(sms())).rejects.toBeInstanceOf(MessageRefused);
    fails(new OutcomeUnknown());
    for (let i = 0; i < 3; i++) await expect(line.send(sms())).rejects.toBeInstanceOf(OutcomeUnknown);
    await expect(line.send(sms())).rejects.toBeInstanceOf(ProviderRests);
  });

  test('S-81 one that hangs holds only its own places; a code finds a place beyond them', async () => {
    const { line, asked, says, works } = provider({ atOnce: 2 });
    const answers: ((given: { reference: string }) => void)[] = [];
    says.next = () => new Promise((resolve) => answers.push(resolve));
    const hanging = [line.send(sms()), line.send(sms())];
    await expect(line.send(sms())).rejects.toEqual(rests(1_000));
    works();
    expect(await line.send(sms({ isUrgent: true }))).toEqual({ reference: 'ref' });
    for (const answer of answers) answer({ reference: 'at last' });
    expect(await Promise.all(hanging)).toEqual([{ reference: 'at last' }, { reference: 'at last' }]);
    expect(asked).toHaveLength(3);
  });
});
