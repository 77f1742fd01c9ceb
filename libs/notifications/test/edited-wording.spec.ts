import { z } from 'zod';
import { PasswordChanged } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { MessagesSimulator } from '#platform/simulators';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { Gathered } from '../src/data/gathered.repository.js';
import { WordingsInUse } from '../src/data/wordings-in-use.js';
import type { NewWording } from '../src/domain/edited-wording.js';
import {
  ApproveWording,
  Compose,
  DraftWording,
  NotificationsModule,
  SendMessage,
  TellDigest,
  WithdrawWording,
  WordingsQuery,
} from '../src/index.js';
import { reader } from './readers.js';

const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const place = { event: 'identity.password_changed', audience: 'person', language: 'en' } as const;
const seen = (): void => undefined;

describe('The desk words messages', () => {
  const provider = new MessagesSimulator();
  const author = personActor({ label: 'author' });
  const second = personActor({ label: 'second person' });
  let app: Booted;
  beforeAll(async () => {
    await provider.start({ secretKey: 'key of this test' });
    Object.assign(process.env, { MESSAGES_URL: provider.url, MESSAGES_KEY: 'key of this test' });
    app = await boot([NotificationsModule]);
  });
  afterAll(async () => {
    await app.close();
    // Other tests of this worker read what the build says.
    await asOwner(`delete from notifications.wording`);
    await provider.stop();
  });

  const sms = (changes: Partial<NewWording> = {}): NewWording & { reason: string } => ({
    ...place,
    channel: 'sms',
    subject: null,
    text: 'ODOP Bazaar: new password since {at}. Not you? Call us.',
    dlt_template_id: '1007000000000000042',
    dlt_text: 'ODOP Bazaar: new password since {#var#}. Not you? Call us.',
    reason: 'The helpline wants to be called.',
    ...changes,
  });
  const draft = (wording: ReturnType<typeof sms>, by = author) => app.as(by, () => app.get(DraftWording).run(wording));
  const approve = (id: string, by = second, from: Date | null = null) =>
    app.as(by, () => app.get(ApproveWording).run(id, from, seen));
  const withdraw = (id: string) =>
    app.as(author, () => app.get(WithdrawWording).run(id, 'It was misread by many.', seen));
  const now = () => app.asSystem(() => app.get(UnitOfWork).run(async (tx) => tx.now));

  /** She changes her password: what her SMS says, under which id, and which text her two messages were made from. */
  async function told() {
    const { personId, address } = await reader(app);
    const payload = { personId };
    const news = { id: newId(), name: PasswordChanged.name, at: new Date('2026-11-12T08:35:00Z'), payload };
    await app.asSystem(() => app.get(Compose).run(news));
    const rows = () =>
      app.asSystem(() =>
        app
          .get(UnitOfWork)
          .run((tx) =>
            tx.many(
              z.object({ id: z.uuid(), channel: z.string(), wording_version: z.number().nullable() }),
              `select id, channel, wording_version from notifications.message where recipient_id = $1 order by channel`,
              [personId],
            ),
          ),
      );
    const [, outside] = await rows();
    await app.asSystem(() => app.get(SendMessage).run({ messageId: outside!.id }));
    const [sent] = provider.inbox(address);
    return {
      text: sent!.text,
      templateId: sent!.templateId,
      versions: (await rows()).map((row) => row.wording_version),
    };
  }

  test.each([
    ['a value there is not', { text: 'It cost {price}.' }, 'there is no value {price}'],
    ['a text that is not what was registered', { dlt_text: 'ODOP Bazaar: {#var#}.' }, 'it is registered as'],
    [
      'an SMS that is too long',
      { text: `${'x'.repeat(180)} {at}`, dlt_text: `${'x'.repeat(180)} {#var#}` },
      'takes 2 parts',
    ],
    ['an SMS nobody registered', { dlt_template_id: null }, 'names its registered template'],
    ['an SMS with a subject', { subject: 'Password' }, 'an SMS has no subject'],
    ['a line break', { text: 'Bazaar:\nnew {at}' }, 'it has line breaks'],
    ['a letter without a subject', { channel: 'email' }, 'there is no subject'],
  ] as const)('S-34 refused is %s', async (_, changes, fault) => {
    const refused = await draft(sms(changes)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'wording_faulty' });
    expect((refused as Error).message).toContain(fault);
  });

  test('S-34 a message nobody is told of has no text', async () => {
    await expect(draft(sms({ event: 'identity.nothing' }))).rejects.toEqual(refusal('message_template_unknown'));
    await expect(draft(sms({ audience: 'version' }))).rejects.toEqual(refusal('message_template_unknown'));
  });

  test('S-28 only a person writes a text, and only a text there is can be let out or taken back', async () => {
    await expect(app.asSystem(() => app.get(DraftWording).run(sms()))).rejects.toEqual(refusal('wording_needs_person'));
    await expect(approve(newId())).rejects.toEqual(refusal('wording_unknown'));
    await expect(withdraw(newId())).rejects.toEqual(refusal('wording_unknown'));
  });

  test('S-28 a text is read once a second person let it out, without a new start; taken back, the one before it holds', async () => {
    const built = await told();
    expect(built).toMatchObject({ versions: [0, 0] });

    const first = await draft(sms());
    expect((await told()).text).toBe(built.text);
    await expect(approve(first.id, author)).rejects.toEqual(refusal('author_cannot_approve'));
    await approve(first.id);
    await expect(approve(first.id)).rejects.toEqual(refusal('wording_not_draft'));
    const text = 'ODOP Bazaar: new password since 12 November 2026, 2:05 pm. Not you? Call us.';
    expect(await told()).toEqual({ text, templateId: '1007000000000000042', versions: [0, first.version] });

    const later = await draft(sms({ text: 'ODOP Bazaar: {at}.', dlt_text: 'ODOP Bazaar: {#var#}.' }));
    const tomorrow = new Date((await now()).getTime() + 86_400_000);
    await expect(approve(later.id, second, new Date(0))).rejects.toEqual(refusal('wording_not_in_future'));
    await approve(later.id, second, tomorrow);
    expect((await told()).text).toBe(text);
    const inUse = (at: Date) => app.get(WordingsInUse).of(place.event, place.audience, 'sms', 'en', at)?.version;
    expect(inUse(tomorrow)).toBe(later.version);

    await withdraw(later.id);
    expect(inUse(tomorrow)).toBe(first.version);
    await withdraw(first.id);
    expect(await told()).toEqual(built);
  });

  test('S-14 a preview shows what a reader would have, with sample values', async () => {
    const query = app.get(WordingsQuery);
    expect(query.previewBuiltIn({ ...place, channel: 'sms', language: 'hi' })).toMatchObject({
      subject: null,
      sms: { encoding: 'ucs2', partsAtMost: 2 },
    });
    const letter = sms({
      channel: 'email',
      subject: 'New password',
      text: 'Since {at}.',
      dlt_template_id: null,
      dlt_text: null,
    });
    const { id } = await draft(letter);
    expect(await app.as(author, () => query.previewOf(id))).toEqual({
      subject: 'New password',
      text: 'Namaste Kavita Devi,\n\nSince 13 November 2026, 12:15 am.\n\nODOP Bazaar\n',
      sms: null,
    });
    const texts = await app.as(author, () => query.ofMessage(place.event, place.audience));
    expect(texts.values).toEqual({ at: 'time' });
    expect(texts.written).toContainEqual(expect.objectContaining({ id, state: 'draft', isInUse: false }));
  });

  test('S-14 in a digest the desk’s words may count, and each line is what her inbox says', async () => {
    const line = { event: 'catalogue.listing_live', audience: 'maker', channel: 'in_app', language: 'en' } as const;
    const whole = { event: 'notifications.digest', audience: 'person', channel: 'email', language: 'en' } as const;
    const plain = { dlt_template_id: null, dlt_text: null, reason: 'The helpline asked for it.' };
    const text = 'Who looks for {title} finds it now.';
    const subject = 'Today: {news, plural, one {one thing} other {# things}}';
    for (const wording of [
      { ...line, ...plain, subject: 'Your {title} can be bought', text },
      { ...whole, ...plain, subject, text: 'Here it is:\n\n{list}' },
    ])
      await approve((await draft(wording)).id);
    await app.get(WordingsInUse).refresh();

    const signIn = `asha.${newId()}@example.in`;
    const { personId } = await reader(app, { signIn });
    const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.asSystem(() => app.get(UnitOfWork).run(work));
    for (const title of ['Stole', 'Shawl']) {
      const news = { event_id: newId(), event: line.event, audience: line.audience, recipient_id: personId };
      await inTx((tx) => app.get(Gathered).keep(tx, { ...news, params: { title } }, tx.now));
    }
    await app.asSystem(() => app.get(TellDigest).run(personId));
    const id = z.object({ id: z.uuid() });
    const sql = `select id from notifications.message where recipient_id = $1 and event = 'notifications.digest'`;
    const [digest] = await inTx((tx) => tx.many(id, sql, [personId]));
    await app.asSystem(() => app.get(SendMessage).run({ messageId: digest!.id }));
    const [letter] = provider.inbox(signIn);
    expect(letter).toMatchObject({ subject: 'Today: 2 things' });
    expect(letter!.text).toContain('– Your Stole can be bought\n– Your Shawl can be bought');
  });
});
