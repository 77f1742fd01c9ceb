import { z } from 'zod';
import { PolicyQuery } from '#policy';
import { UnitOfWork } from '#platform/database';
import { metrics } from '#platform/observability';
import { asOwner, type Booted } from '#platform/testing';
import {
  ApplicationsQuery,
  GroupRegister,
  GstRegister,
  KycProvider,
  PanRegister,
  PreferencesQuery,
  ProvePreference,
  SettleOverdueSeller,
  UdyamRegister,
  type Evidence,
} from '../src/index.js';
import { RegisterLine } from '../src/adapters/register-line.js';
import { RegisterRefusesUs, RegisterUnreachable } from '../src/ports/register-unreachable.js';
import { artisanPapers, type Maker } from './builders/makers.js';
import { openSellers, type OpenSellers } from './builders/open-sellers.js';

interface Counted {
  values: { labels: { register?: string; status?: string }; value: number }[];
}
const silent = expect.objectContaining({ name: 'RegisterUnreachable' });

describe('SM-1 the line to a register', () => {
  const fails = () => Promise.reject(new RegisterUnreachable('pan', 'no answer'));
  const answers = () => Promise.resolve('here');

  it('is left alone after failures in a row, and tried again after a rest', async () => {
    let calls = 0;
    const counted = (call: () => Promise<string>) => () => {
      calls += 1;
      return call();
    };
    const line = new RegisterLine('pan', { failuresToRest: 3, rests_ms: 300 });
    for (let i = 0; i < 3; i++) await expect(line.ask(counted(fails))).rejects.toEqual(silent);
    await expect(line.ask(counted(answers))).rejects.toThrow('it rests after failing');
    expect(calls).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await expect(line.ask(counted(answers))).resolves.toBe('here');
    await expect(line.ask(counted(answers))).resolves.toBe('here');
    expect(calls).toBe(5);
  });

  it('an answer in between counts the failures anew', async () => {
    const line = new RegisterLine('pan', { failuresToRest: 2, rests_ms: 60_000 });
    for (const call of [fails, answers, fails, answers]) await line.ask(call).catch(() => undefined);
    await expect(line.ask(answers)).resolves.toBe('here');
  });

  it('a fault of ours is no failure of theirs', async () => {
    const line = new RegisterLine('pan', { failuresToRest: 1, rests_ms: 60_000 });
    await expect(line.ask(() => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
    await expect(line.ask(answers)).resolves.toBe('here');
  });

  it('S-72 a refusal of our request is none either: the register is well', async () => {
    const line = new RegisterLine('pan', { failuresToRest: 1, rests_ms: 60_000 });
    for (const status of [401, 403])
      await expect(line.ask(() => Promise.reject(new RegisterRefusesUs('pan', status)))).rejects.toMatchObject({
        status,
      });
    await expect(line.ask(answers)).resolves.toBe('here');
  });

  it('a call that never answers ends with the patience for it', async () => {
    const line = new RegisterLine('pan', { patience_ms: 20 });
    const never = (signal: AbortSignal) =>
      new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(new RegisterUnreachable('pan', 'x'))),
      );
    await expect(line.ask(never)).rejects.toEqual(silent);
  });
});

describe('SM-1 registers', () => {
  let app: Booted;
  let make: OpenSellers['make'];
  let opened: OpenSellers;
  let registries: OpenSellers['registries'];
  beforeAll(async () => {
    opened = await openSellers();
    ({ app, make, registries } = opened);
  });
  afterEach(() => registries.faults.clear());
  afterAll(() => opened.close());

  const view = (maker: Maker) =>
    app.as(maker.actor, () => app.get(UnitOfWork).run((tx) => app.get(ApplicationsQuery).own(tx, maker.sellerId)));
  const findingOf = async (maker: Maker, kind: string) =>
    (await view(maker)).papers.find((paper) => paper.kind === kind);
  const events = async (maker: Maker) =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where payload ->> 'sellerId' = $1 order by id`,
        [maker.sellerId],
      )
    ).map((row) => row.name);

  test.each([
    ['AAAPD1234C', { found: true, status: 'valid', nameFits: true }],
    ['AAAPD9011C', { found: true, status: 'inactive', nameFits: true }],
    ['AAAPD9012C', { found: true, status: 'valid', nameFits: false }],
    ['AAAPD9013C', { found: false }],
  ])('the PAN %s', async (pan, answer) => expect(await app.get(PanRegister).find(pan, 'Meena Devi')).toEqual(answer));

  test.each([
    ['UDYAM-BR-01-0000111', { found: true, name: 'MEENA SILKS', status: 'active', turnover_paise: 90_000_000n }],
    ['UDYAM-BR-01-0009001', { found: true, status: 'cancelled' }],
    ['UDYAM-BR-01-0009003', { found: false }],
    ['UDYAM-BR-01-0009004', { found: true, name: 'Quite Another Holder' }],
  ])('the enterprise %s', async (number, answer) =>
    expect(await app.get(UdyamRegister).find(number, 'Meena Silks')).toMatchObject(answer),
  );

  test.each([
    ['BR-01-0111', { found: true, name: 'JAGRITI GROUP', status: 'active' }],
    ['BR-01-9001', { found: true, status: 'closed' }],
    ['BR-01-9003', { found: false }],
    ['BR-01-9004', { found: true, name: 'Quite Another Holder' }],
  ])('the group %s', async (code, answer) =>
    expect(await app.get(GroupRegister).find(code, 'Jagriti Group')).toMatchObject(answer),
  );

  test('R-4.30 of an e-KYC only reference, time, name, last four digits and consent come in', async () => {
    expect(await app.get(KycProvider).result('KYC-2026-0111', 'Meena Devi')).toEqual({
      found: true,
      verified: true,
      result: {
        reference: 'KYC-2026-0111',
        verifiedAt: '2026-01-05T06:30:00.000Z',
        name: 'MEENA DEVI',
        last4: '0111',
        consentId: 'CONSENT-KYC-2026-0111',
      },
    });
    expect(await app.get(KycProvider).result('KYC-2026-9003', 'Meena Devi')).toEqual({ found: false });
    expect(await app.get(KycProvider).result('KYC-2026-9001', 'Meena Devi')).toMatchObject({ verified: false });
  });

  test.each(['drop_before', 'drop_after', 'error_before', 'error_after'])(
    'a register that fails (%s) has said nothing',
    async (kind) => {
      registries.fault({ kind, times: 1 });
      await expect(app.get(GstRegister).find('27AAPFU0939F1ZV')).rejects.toEqual(silent);
    },
  );

  const refusals = async (register: string, status: number): Promise<number> => {
    const { values } = (await metrics.getSingleMetric('odop_register_refusals_total')!.get()) as Counted;
    return values.find(({ labels }) => labels.register === register && labels.status === String(status))?.value ?? 0;
  };

  test.each([400, 401, 403, 422])(
    'S-72 a register that refuses our own request with %s: counted for the operator, asked again, never left alone',
    async (status) => {
      const before = await refusals('gstin', status);
      registries.fault({ kind: 'error_before', route: 'GET /gstin/:gstin', status, times: 6 });
      for (let i = 0; i < 6; i++)
        await expect(app.get(GstRegister).find('27AAPFU0939F1ZV')).rejects.toMatchObject({
          name: 'RegisterRefusesUs',
          status,
        });
      expect((await refusals('gstin', status)) - before).toBe(6);
      expect(await app.get(GstRegister).find('27AAPFU0939F1ZV')).toMatchObject({ found: true });
    },
  );

  test.each([404, 408, 429, 500])('%s is no refusal of our request', async (status) => {
    registries.fault({ kind: 'error_before', route: 'GET /gstin/:gstin', status, times: 1 });
    const asked = app.get(GstRegister).find('27AAPFU0939F1ZV');
    if (status === 404) expect(await asked).toEqual({ found: false });
    else await expect(asked).rejects.toEqual(silent);
    expect(await refusals('gstin', status)).toBe(0);
  });

  test('SM-1 a refused look-up stays to be tried again', async () => {
    const maker = await make.applied();
    await make.withPapers(maker, artisanPapers());
    await make.submitted(maker);
    registries.fault({ kind: 'error_before', route: 'POST /pan-checks', status: 403, times: 2 });
    await expect(make.checked(maker)).rejects.toEqual(silent);
    expect((await view(maker)).seller.state).toBe('submitted');
    await make.checked(maker);
    expect((await view(maker)).seller.state).toBe('under_review');
    expect(await findingOf(maker, 'pan')).toMatchObject({ finding: 'passed' });
  });

  test('what was answered is kept; only the silent register is asked again', async () => {
    const maker = await make.applied();
    await make.withPapers(maker, artisanPapers());
    await make.submitted(maker);
    registries.fault({ kind: 'error_before', route: 'POST /pan-checks', times: 2 });
    const pennies = registries.calls('POST /penny-drops');
    await expect(make.checked(maker)).rejects.toEqual(silent);
    expect((await view(maker)).seller.state).toBe('submitted');
    await make.checked(maker);
    expect((await view(maker)).seller.state).toBe('under_review');
    expect(registries.calls('POST /penny-drops')).toBe(pennies + 1);
    expect(await events(maker)).not.toContain('sellers.registers_silent');
  });

  test('a register that never answers: the officer looks, and the maker is told', async () => {
    const maker = await make.applied();
    await make.withPapers(maker, artisanPapers());
    await make.submitted(maker);
    registries.fault({ kind: 'error_before', route: 'POST /pan-checks' });
    await expect(make.checked(maker)).rejects.toEqual(silent);
    await asOwner(`update sellers.seller set due_at = now() - interval '1 second' where id = $1`, [maker.sellerId]);
    await app.asSystem(() => app.get(SettleOverdueSeller).run(maker.sellerId));
    expect((await view(maker)).seller.state).toBe('under_review');
    expect(await findingOf(maker, 'pan')).toMatchObject({
      finding: 'manual',
      note: 'The income-tax register did not answer.',
    });
    expect(await findingOf(maker, 'bank_account')).toMatchObject({ finding: 'passed' });
    expect(await events(maker)).toContain('sellers.registers_silent');
  });

  test.each([
    ['of another person', 'AAAPD9012C', 'The PAN belongs to somebody else.'],
    ['out of force', 'AAAPD9011C', 'The PAN is not in force.'],
    ['unknown', 'AAAPD9013C', 'The income-tax register does not know this PAN.'],
  ])('R-4.1 a PAN %s sends the application back', async (_, number, note) => {
    const pan = { kind: 'pan', pan: number, name: 'Meena Devi' } as const;
    const maker = await make.underReview({}, artisanPapers({ pan }));
    expect((await view(maker)).seller.state).toBe('needs_correction');
    expect(await findingOf(maker, 'pan')).toMatchObject({ finding: 'failed', note });
  });

  test('R-4.30 who signs may show an e-KYC; its answer rests sealed', async () => {
    const persons = [{ name: 'Meena Devi', kycReference: 'KYC-2026-0111' }];
    const maker = await make.underReview(
      {},
      artisanPapers({ authorised_person: { kind: 'authorised_person', persons } }),
    );
    expect(await findingOf(maker, 'authorised_person')).toMatchObject({ finding: 'passed', hint: '1 by e-KYC' });
    const rows = await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) =>
          tx.many(
            z.object({ answer_sealed: z.custom<Buffer>() }),
            `select answer_sealed from sellers.register_answer where seller_id = $1 and look_up = 'persons'`,
            [maker.sellerId],
          ),
        ),
    );
    expect(rows).toHaveLength(1);
    for (const word of ['CONSENT', 'MEENA', '0111']) expect(rows[0]!.answer_sealed.includes(word)).toBe(false);
  });

  test('R-4.1 producers live in districts of the register', async () => {
    const group = await make.applied({ class: 'shg', name: 'Jagriti Group' });
    const register = (slug: string): Evidence => ({ kind: 'producer_register', members: 12, districts: [slug] });
    await expect(make.withPapers(group, [register('nowhere-at-all')])).rejects.toMatchObject({
      code: 'district_unknown',
    });
    await make.withPapers(group, [register('bhagalpur')]);
  });

  test.each([
    ['2020-06-30T18:29:59Z', undefined],
    ['2020-06-30T18:30:00Z', 100_000_000_0n],
    ['2025-03-31T18:29:59Z', 100_000_000_0n],
    ['2025-03-31T18:30:00Z', 250_000_000_0n],
  ])('R-4.4 at %s a micro enterprise has invested at most %s paise', (at, most) =>
    expect(app.get(PolicyQuery).maybe('msme.limits', new Date(at))?.micro.investment_paise).toBe(most),
  );

  describe('R-4.3 preferences', () => {
    const proving = <T>(maker: Maker, act: (proving: ProvePreference) => Promise<T>) =>
      app.as(maker.actor, () => act(app.get(ProvePreference)));
    const held = async (maker: Maker, at?: Date) =>
      (
        await app.asSystem(() =>
          app.get(UnitOfWork).run((tx) => app.get(PreferencesQuery).heldBy(tx, [maker.sellerId], at ?? tx.now)),
        )
      ).map(({ flag, size }) => (size === null ? flag : `${flag} ${size}`));
    const withUdyam = async (number: string): Promise<Maker> => {
      const maker = await make.applied();
      await make.withPapers(maker, [{ kind: 'udyam', number }]);
      return maker;
    };

    test('come from the register and a code to the mobile it has on file, never from the maker', async () => {
      const maker = await withUdyam('UDYAM-BR-01-0000111');
      expect(await held(maker)).toEqual([]);
      const asked = await proving(maker, (p) => p.ask(maker.sellerId, 'udyam'));
      expect(asked.sentTo).toBe('••••••0111');
      const wrong = proving(maker, (p) => p.prove(maker.sellerId, asked.proofId, '999999'));
      await expect(wrong).rejects.toMatchObject({ code: 'preference_code_refused' });
      expect(await held(maker)).toEqual([]);
      await proving(maker, (p) => p.prove(maker.sellerId, asked.proofId, '000111'));
      expect(await held(maker)).toEqual(['enterprise micro', 'mse micro']);
      const again = proving(maker, (p) => p.prove(maker.sellerId, asked.proofId, '000111'));
      await expect(again).rejects.toMatchObject({ code: 'preference_code_refused' });
    });

    test('hold for twelve months, and what held on a day is not changed by a later proof', async () => {
      const maker = await withUdyam('UDYAM-BR-01-0000131');
      const prove = async (code: string) => {
        const { proofId } = await proving(maker, (p) => p.ask(maker.sellerId, 'udyam'));
        await proving(maker, (p) => p.prove(maker.sellerId, proofId, code));
      };
      await prove('000131');
      const first = new Date();
      expect(await held(maker)).toEqual(['enterprise micro', 'mse micro', 'women micro']);
      await make.withPapers(maker, [{ kind: 'udyam', number: 'UDYAM-BR-01-0000112' }]);
      await prove('000112');
      expect(await held(maker)).toEqual(['enterprise small', 'mse small']);
      expect(await held(maker, first)).toEqual(['enterprise micro', 'mse micro', 'women micro']);
      expect(await held(maker, new Date(first.getTime() + 363 * 86_400_000))).toHaveLength(2);
      expect(await held(maker, new Date(first.getTime() + 368 * 86_400_000))).toEqual([]);
    });

    test('a code for one number proves no other', async () => {
      const maker = await withUdyam('UDYAM-BR-01-0000111');
      const { proofId } = await proving(maker, (p) => p.ask(maker.sellerId, 'udyam'));
      await make.withPapers(maker, [{ kind: 'udyam', number: 'UDYAM-BR-01-0000112' }]);
      const late = proving(maker, (p) => p.prove(maker.sellerId, proofId, '000111'));
      await expect(late).rejects.toMatchObject({ code: 'preference_code_refused' });
    });

    test('a startup is one by its recognition, until its last day', async () => {
      const maker = await make.applied({ class: 'startup' });
      await make.withPapers(maker, [{ kind: 'dpiit', number: 'DIPP12311' }]);
      const { proofId } = await proving(maker, (p) => p.ask(maker.sellerId, 'dpiit'));
      await proving(maker, (p) => p.prove(maker.sellerId, proofId, '012311'));
      expect(await held(maker)).toEqual(['startup']);
    });

    test('without a paper, with an unknown number, and from a silent register there is no code', async () => {
      const maker = await make.applied();
      const asks = () => proving(maker, (p) => p.ask(maker.sellerId, 'udyam'));
      await expect(asks()).rejects.toMatchObject({ code: 'preference_needs_paper' });
      await make.withPapers(maker, [{ kind: 'udyam', number: 'UDYAM-BR-01-0009003' }]);
      await expect(asks()).rejects.toMatchObject({ code: 'preference_needs_paper' });
      registries.fault({ kind: 'error_before', route: 'POST /linked-mobiles/codes', times: 1 });
      await expect(asks()).rejects.toMatchObject({ code: 'register_silent' });
    });
  });
});
