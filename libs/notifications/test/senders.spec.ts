import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { MessagesSimulator } from '#platform/simulators';
import { HttpGateway } from '../src/adapters/http-gateway.js';
import { OutboxFolder } from '../src/adapters/outbox-folder.js';
import { SmtpServer } from '../src/adapters/smtp.js';
import { trialTemplateId, type Registered } from '../src/domain/registered-templates.js';
import { MessageRefused, OutcomeUnknown, type OutgoingMessage } from '../src/ports/message-sender.js';
import { sms } from './builders/outgoing.js';

const mail = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage =>
  sms({ channel: 'email', to: 'kavita@example.in', subject: 'Order ODB-1 – नमस्ते', ...changes });

describe('The outbox folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'odop-outbox-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('S-63 one readable file per message, whose name tells nothing about its reader', async () => {
    const message = mail();
    const outbox = new OutboxFolder(folder);
    const first = await outbox.send(message);
    expect(await outbox.send(message)).toEqual(first);
    const page = first.reference.replace('.txt', '.html');
    expect(readdirSync(folder).sort()).toEqual([page, first.reference]);
    expect(readFileSync(join(folder, page), 'utf8')).toContain('ODOP Bazaar: order ODB-1 has been delivered.');
    expect(first.reference).toBe(`20261112-090500-orders.delivered-shopper-email-${message.id.slice(-8)}.txt`);
    expect(readFileSync(join(folder, first.reference), 'utf8')).toBe(
      'To: kavita@example.in\nChannel: email\nLanguage: en\nSubject: Order ODB-1 – नमस्ते\n\n' +
        'ODOP Bazaar: order ODB-1 has been delivered.\n',
    );
  });

  test('S-66 it forgets a reader: all that went to her addresses, codes of which nobody keeps a reference too', async () => {
    const outbox = new OutboxFolder(mkdtempSync(join(folder, 'of-one-')));
    const her = { to: '+919876500046' };
    const known = await outbox.send(sms(her));
    await outbox.send(sms({ ...her, template: 'identity.code/sign_in', text: '123456 is your code.' }));
    await outbox.send(mail(her));
    const other = await outbox.send(sms({ to: '+919876500047' }));
    for (let i = 0; i < 2; i++) await outbox.forget([known.reference]);
    await outbox.forget(['a letter that is gone.txt']);
    expect(readdirSync(outbox['folder'])).toEqual([other.reference]);
    await new OutboxFolder(join(folder, 'never-written')).forget([known.reference]);
  });
});

const registered = (name: string): Registered => ({ header: 'ODOPBZ', templateId: trialTemplateId(name) });

describe('The gateway', () => {
  const simulator = new MessagesSimulator();
  const gateway = () => new HttpGateway(simulator.url, 'key of this test', registered);
  beforeAll(() => simulator.start({ secretKey: 'key of this test' }));
  afterAll(() => simulator.stop());

  test('S-13 a message handed over twice is sent once', async () => {
    const message = sms({ to: '+919876500043' });
    const first = await gateway().send(message);
    expect(await gateway().send(message)).toEqual(first);
    expect(simulator.inbox(message.to)).toMatchObject([{ text: message.text, template: message.template }]);
  });

  test('S-34 an SMS names its registered template and its sender header, an e-mail has neither', async () => {
    const message = sms({ to: '+919876500045', template: 'identity.code/sign_in', language: 'hi' });
    await gateway().send(message);
    await gateway().send(mail({ to: 'plain@example.in' }));
    expect(simulator.inbox(message.to)).toMatchObject([registered('identity.code/sign_in.v1.hi')]);
    expect(simulator.inbox('plain@example.in')).toMatchObject([{ header: null, templateId: null }]);
  });

  test('e-mails have a subject', async () => {
    await gateway().send(mail({ to: 'subject@example.in' }));
    expect(simulator.inbox('subject@example.in')).toMatchObject([
      { subject: 'Order ODB-1 – नमस्ते', html: expect.stringContaining('has been delivered') },
    ]);
  });

  test('a number that does not exist is refused for good, in one word', async () => {
    const refused = gateway().send(sms({ to: '+919876500000' }));
    await expect(refused).rejects.toEqual(new MessageRefused('no_such_number'));
  });

  test('S-63 a wrong key says nothing about the message, and no error shows its reader', async () => {
    const wrong = await new HttpGateway(simulator.url, 'wrong', registered)
      .send(sms())
      .catch((error: unknown) => error);
    expect(wrong).not.toBeInstanceOf(MessageRefused);
    expect(String(wrong)).toBe('Error: the gateway answered 401');
  });

  test('S-81 a broken line is no doubt: it is asked again under the same key', async () => {
    const message = sms({ to: '+919876500044' });
    simulator.fault({ kind: 'drop_after', times: 1 });
    await expect(gateway().send(message)).rejects.not.toBeInstanceOf(OutcomeUnknown);
    await gateway().send(message);
    expect(simulator.inbox(message.to)).toHaveLength(1);
  });
});

describe('A mail server', () => {
  const received: { from: string; to: string[]; raw: string }[] = [];
  let behave: 'accept' | 'refuse' | 'later' | 'hang_up' = 'accept';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, callback) => {
      const code = { refuse: 550, later: 451 }[behave as 'refuse' | 'later'];
      callback(code ? Object.assign(new Error('no <kavita@example.in> here'), { responseCode: code }) : null);
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (behave === 'hang_up') return server.connections.forEach((each) => each._socket.destroy());
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        received.push({ from, to: rcptTo.map((each) => each.address), raw: Buffer.concat(parts).toString() });
        callback();
      });
    },
  });
  const port = () => (server.server.address() as AddressInfo).port;
  const smtp = () => new SmtpServer(`smtp://127.0.0.1:${port()}`, 'ODOP Bazaar <news@bazaar.example.in>');
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  beforeEach(() => {
    behave = 'accept';
    received.length = 0;
  });

  test('takes an e-mail with our Message-ID, to its one reader', async () => {
    const message = mail({ subject: 'Order\r\nBcc: all@example.in' });
    const { reference } = await smtp().send(message);
    expect(reference).toBe(`<${message.id}@bazaar.example.in>`);
    expect(received).toMatchObject([{ from: 'news@bazaar.example.in', to: ['kavita@example.in'] }]);
    expect(received[0]!.raw).toContain(`Message-ID: ${reference}`);
    expect(received[0]!.raw).not.toMatch(/^Bcc:/m);
  });

  test('a letter goes as text and as a page of the same words', async () => {
    await smtp().send(mail({ text: 'Namaste Kavita,\n\nyour order is here.\n\nODOP Bazaar\n' }));
    const { raw } = received[0]!;
    expect(raw).toContain('Content-Type: multipart/alternative');
    expect(raw.match(/Content-Type: text\/(plain|html)/g)).toEqual([
      'Content-Type: text/plain',
      'Content-Type: text/html',
    ]);
    expect(raw.match(/your order is here/g)!.length).toBeGreaterThanOrEqual(2);
  });

  test('S-14 a letter whose kind may be ended says so to mail programs, others say nothing of it', async () => {
    const at = { oneClick: 'https://bazaar.example.in/v1/public/unsubscribe/x', page: 'https://bazaar.example.in/x' };
    await smtp().send(mail({ unsubscribe: at }));
    await smtp().send(mail());
    const [ends, stays] = received.map(({ raw }) => raw.replaceAll(/\r\n\s+/g, ' '));
    expect(ends).toContain(`List-Unsubscribe: <${at.oneClick}>`);
    expect(ends).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(stays).not.toContain('List-Unsubscribe');
  });

  test('S-63 a refusal is a number, not the sentence with the address', async () => {
    behave = 'refuse';
    await expect(smtp().send(mail())).rejects.toEqual(new MessageRefused('smtp_550'));
  });

  test('"later" is asked again', async () => {
    behave = 'later';
    await expect(smtp().send(mail())).rejects.toEqual(new Error('the mail server answered 451'));
  });

  test('S-13 a line that breaks with the letter on it leaves a doubt, and is not asked again', async () => {
    behave = 'hang_up';
    await expect(smtp().send(mail())).rejects.toBeInstanceOf(OutcomeUnknown);
  });

  test('S-81 a server that is away is asked again', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => void gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise<void>((resolve) => void gone.close(() => resolve()));
    const sent = new SmtpServer(`smtp://127.0.0.1:${port}`, 'a@b.example').send(mail());
    await expect(sent).rejects.toThrow('cannot be reached');
  });
});
