import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AskCode, ChangeContact, CodeMessagesQuery, parseContact, RegisterPerson, type CodeMessage } from '#identity';
import { MessagesSimulator } from '#platform/simulators';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { codesVersion, codeTexts, writtenCode } from '../src/domain/code-wording.js';
import { languages } from '../src/domain/languages.js';
import { everySms } from '../src/domain/registered-templates.js';
import { NotificationsModule, SendCode } from '../src/index.js';
import { inventedMobile, reader } from './readers.js';

const facts = {
  kind: 'shg_leader',
  scope: 'maker:apply maker:list maker:orders maker:contracts maker:payouts',
  until: '2027-11-30T18:29:59.999Z',
  ending: '4321',
  shop: 'Jagriti Mahila Samuh',
  role: 'maker_accounts',
};
const abouts = Object.keys(codeTexts.en).filter((about) => about !== 'subject') as CodeMessage['about'][];

describe('Wording of codes', () => {
  test.each(languages)(
    'S-34 every message with a code reads well in %s and takes at most two parts, three in the long words of Tamil',
    (language) => {
      const all = abouts.map((about) => {
        const message = { channel: 'sms', to: '', about, code: '482913', facts, language } as const;
        const { text } = writtenCode(message, language);
        expect([
          about,
          text.length <= ({ en: 2 * 153, hi: 2 * 67, ta: 3 * 67, bn: 2 * 67 } as const)[language],
        ]).toEqual([about, true]);
        return `${about}: ${text}`;
      });
      expect(all.join('\n')).toMatchSnapshot();
      expect(Object.keys(codeTexts[language])).toEqual(Object.keys(codeTexts.en));
    },
  );

  test('S-34 each wording, version and language is registered under a name of its own', () => {
    expect(new Set(everySms()).size).toBe(everySms().length);
    expect(everySms()).toContain(`identity.code/sign_in.v${codesVersion}.hi`);
    expect(everySms()).toContain('orders.placed/maker.v2.en');
  });
});

describe('Codes on their way', () => {
  const provider = new MessagesSimulator();
  const folder = mkdtempSync(join(tmpdir(), 'odop-templates-'));
  let app: Booted;
  beforeAll(async () => {
    await provider.start({ secretKey: 'key of this test' });
    const file = join(folder, 'templates.json');
    writeFileSync(file, JSON.stringify({ 'identity.code/sign_in.v1.en': '1107160000000000042' }));
    const settings = { MESSAGES_URL: provider.url, MESSAGES_KEY: 'key of this test', SMS_TEMPLATES: file };
    Object.assign(process.env, settings, { SMS_HEADER: 'ODPTST' });
    app = await boot([NotificationsModule]);
  });
  afterAll(async () => {
    await app.close();
    await provider.stop();
    rmSync(folder, { recursive: true });
  });
  const ask = (signIn: string) => app.asSystem(() => app.get(AskCode).run('sign_in', parseContact(signIn)!));
  const messageOf = (challengeId: string) => app.asSystem(() => app.get(CodeMessagesQuery).of(challengeId));
  const send = (challengeId: string) => app.asSystem(() => app.get(SendCode).run({ challengeId }));

  test('S-34 a code leaves through the gateway with its registered template and header, and rests nowhere', async () => {
    const { address } = await reader(app);
    const { challengeId } = await ask(address);
    await send(challengeId);
    await send(challengeId);
    const { code } = (await messageOf(challengeId))!;
    expect(provider.inbox(address)).toMatchObject([
      {
        text: `ODOP Bazaar: ${code} is your code to sign in. Good for 10 minutes. Tell it to nobody, not even to us.`,
        template: 'identity.code/sign_in',
        header: 'ODPTST',
        templateId: '1107160000000000042',
      },
    ]);
    const rows = await asOwner<{ row: string }>(
      `select payload::text as row from platform.outbox where payload->>'challengeId' = $1`,
      [challengeId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain(code);
  });

  test('S-32 nobody is written to at an address nobody has', async () => {
    const nobody = inventedMobile();
    const { challengeId } = await ask(nobody);
    await send(challengeId);
    expect(provider.inbox(nobody)).toEqual([]);
  });

  test('S-32 who has an account and is asked to open one hears of it', async () => {
    const { address } = await reader(app);
    const contact = parseContact(address)!;
    const asked = await app.asSystem(() =>
      app.get(RegisterPerson).ask({ name: 'Thief', contact, language: 'hi', notice: 'n' }),
    );
    await send(asked.challengeId);
    expect(provider.inbox(address)).toMatchObject([{ template: 'identity.code/already_registered' }]);
    expect(provider.inbox(address)[0]!.text).not.toMatch(/[0-9]{6}/);
  });

  test('S-34 a number the provider refuses is given up, a provider that is away is asked again', async () => {
    const refused = `+919${String(Date.now()).slice(-5)}0000`;
    const contact = parseContact(refused)!;
    const one = await app.asSystem(() =>
      app.get(RegisterPerson).ask({ name: 'Kavita', contact, language: 'en', notice: 'n' }),
    );
    await expect(send(one.challengeId)).resolves.toBeUndefined();
    const { address } = await reader(app);
    const { challengeId } = await ask(address);
    provider.fault({ kind: 'error_before', times: 1 });
    await expect(send(challengeId)).rejects.toThrow();
    await send(challengeId);
    expect(provider.inbox(address)).toHaveLength(1);
  });

  test('a mobile that was replaced is told once more, and opens nothing', async () => {
    const { personId, address } = await reader(app);
    const me = personActor({ personId });
    const fresh = inventedMobile();
    const { challengeId } = await app.as(me, () => app.get(ChangeContact).ask(me, parseContact(fresh)!));
    const { code } = (await messageOf(challengeId))!;
    await app.as(me, () => app.get(ChangeContact).verify(me, challengeId, code!));
    const [told] = await asOwner<{ id: string }>(
      `select payload->>'challengeId' as id from platform.outbox where name = 'identity.send-code' order by id desc limit 1`,
    );
    await send(told!.id);
    expect(provider.inbox(address)).toMatchObject([{ template: 'identity.code/contact_replaced' }]);
  });
});
