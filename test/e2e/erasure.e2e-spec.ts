import { symbols } from 'pino';
import { ChangeContact, ErasePerson, parseContact } from '#identity';
import { BalanceQuery } from '#ledger';
import { ownerConfig, UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { log } from '#platform/observability';
import { asOwner, personActor } from '#platform/testing';
import { goodPassword, inventedMobile } from '../../libs/identity/test/builders/identity-actors.js';
import { openBazaar, type Bazaar } from '../support/bazaar.js';

const name = 'Zubeda Qureshi';
const street = '77 Indigo Dyers Lane';
const mailbox = `zubeda.${newId().slice(-8)}@mail.example`;
const handset = 'Zubedas-Handset/7.1';
type Headers = Record<string, string>;

/** Rows as the owner sees them who may also see everybody's: nothing hides behind the second wall. */
function seen<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  const url = ownerConfig().DATABASE_OWNER_URL;
  return asOwner<T>(sql, values, `${url}${url?.includes('?') ? '&' : '?'}options=-c%20odop.scope%3Dsystem`);
}

/** Every row of every table, the queue's too, as text. */
async function everyRow(): Promise<{ table: string; row: string }[]> {
  const tables = await seen<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
      order by 1`,
  );
  const rows: { table: string; row: string }[] = [];
  for (const table of tables) {
    const found = await seen<{ row: string }>(`select t::text as row from ${table.name} t`);
    rows.push(...found.map(({ row }) => ({ table: table.name, row })));
  }
  return rows;
}

/** A value as it may stand in a row: in words, or as the bytes of a column that was never sealed. */
const shapesOf = (value: string): string[] => [value.toLowerCase(), Buffer.from(value).toString('hex')];

describe('S-66 a person is forgotten', () => {
  let bazaar: Bazaar;
  const lines: string[] = [];
  const mobile = inventedMobile();
  const values = [name, 'Zubeda', mobile, mailbox, street, handset];
  beforeAll(async () => {
    const stream = (log as unknown as Record<symbol, { write(line: string): boolean }>)[symbols.streamSym]!;
    jest.spyOn(stream, 'write').mockImplementation((line) => lines.push(line) > 0);
    log.level = 'debug';
    // Its clock runs for days: what other files left behind would move too.
    bazaar = await openBazaar({ itsOwn: true });
  }, 120_000);
  afterAll(async () => {
    await bazaar.close();
    log.level = 'silent';
    jest.restoreAllMocks();
  }, 30_000);

  const post = async (headers: Headers, path: string, body: object, status: number) => {
    const answer = await bazaar.api
      .post(path)
      .set({ 'user-agent': handset, ...headers, 'idempotency-key': newId() })
      .send(body);
    if (answer.status !== status) throw new Error(`POST ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };

  /** Registers and signs in, as her own telephone would. */
  async function signsIn(signIn: string, device = handset): Promise<{ personId: string; me: Headers }> {
    const { personId } = await bazaar.people.person({ name, signIn });
    const from = { 'user-agent': device };
    const { accessToken } = await post(from, '/v1/auth/sessions', { signIn, password: goodPassword }, 201);
    return { personId, me: { ...from, authorization: `Bearer ${accessToken}` } };
  }

  /** The same, and adds a mailbox. */
  async function joins(): Promise<{ personId: string; me: Headers }> {
    const { personId, me } = await signsIn(mobile);
    const actor = personActor({ personId });
    const contacts = bazaar.app.get(ChangeContact, { strict: false });
    await bazaar.booted.as(actor, async () => {
      const { challengeId } = await contacts.ask(actor, parseContact(mailbox)!);
      await contacts.verify(actor, challengeId, await bazaar.people.codeFor(challengeId, mailbox));
    });
    return { personId, me };
  }

  /** Orders, pays, and has the parcel; the worker tells her of each step. */
  async function buys(me: Headers): Promise<void> {
    const { piece, maker } = await bazaar.makerWith({ price_paise: 145_000, stock: 3 });
    const cart = await post(me, '/v1/buyer/carts', {}, 201);
    await bazaar.api.put(`/v1/buyer/carts/${cart.id}/lines/${piece.offerId}`).set(me).send({ quantity: 1 }).expect(200);
    const shipTo = { name, mobile: `+91${mobile}`, street, pincode: '800001' };
    const placed = await post(me, '/v1/buyer/orders', { cartId: cart.id, shipTo }, 201);
    const payment = await post(me, `/v1/buyer/checkouts/${placed.checkoutId}/payment`, {}, 201);
    const intent = payment.clientSecret.split('_secret')[0] as string;
    await fetch(`${bazaar.world}/_control/payment_intents/${intent}/pay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ payment_method: 'pm_card_visa' }),
    });
    const orderId = placed.orders[0].orderId as string;
    const state = async () => (await bazaar.api.get(`/v1/buyer/orders/${orderId}`).set(me)).body.state as string;
    await bazaar.until('the order is placed', state, (now) => now === 'placed');
    await post(maker, `/v1/seller/orders/${orderId}/acceptance`, {}, 200);
    const parcel = await bazaar.until(
      'a courier is booked',
      () =>
        bazaar.api
          .post(`/v1/seller/orders/${orderId}/dispatch`)
          .set({ ...maker, 'idempotency-key': newId() })
          .send({}),
      (answer) => answer.status === 200,
    );
    await fetch(`${bazaar.world}/courier/_control/parcels/${parcel.body.trackingNumber}/deliver`, { method: 'POST' });
    await bazaar.until('the order is delivered', state, (now) => now === 'delivered');
  }

  /** Asks to act for a maker, who agrees. */
  async function helps(personId: string): Promise<void> {
    const { actor } = await bazaar.goods.make.applied();
    await bazaar.asSystem(() =>
      bazaar.app.get(UnitOfWork, { strict: false }).run((tx) =>
        tx.run(
          `insert into identity.delegation (id, maker_person_id, organisation_id, delegate_person_id, kind, scope, until, state, challenge_id, asked_at)
           values ($1, $2, $3, $4, 'shg_leader', '{maker:apply}', now() + interval '9 days', 'asked', $1, now())`,
          [newId(), actor.personId, actor.organisationId, personId],
        ),
      ),
    );
  }

  test('S-65 a card number is refused wherever she may write, and stands in no row and no line of the log', async () => {
    const { me } = await signsIn(inventedMobile(), 'a shopper');
    const cart = await post(me, '/v1/buyer/carts', {}, 201);
    const card = '4242 4242 4242 4242';
    const shipTo = { name, mobile: `+91${mobile}`, street, pincode: '800001' };
    const written: [path: string, body: object][] = [
      ['/v1/buyer/orders', { cartId: cart.id, shipTo: { ...shipTo, street: `my card ${card}` } }],
      ['/v1/buyer/orders', { cartId: cart.id, shipTo: { ...shipTo, name: card } }],
      ['/v1/buyer/addresses', { label: 'Home', ...shipTo, street: `${card} Test Road` }],
    ];
    for (const [path, body] of written) {
      const refused = await post(me, path, body, 422);
      expect(JSON.stringify(refused)).toContain('leave out the card number');
    }
    const kept = [...(await everyRow()).map(({ row }) => row), ...lines];
    expect(kept.filter((text) => text.includes(card) || text.includes(card.replaceAll(' ', '')))).toEqual([]);
  });

  test('S-66 48 hours after she asked, nothing of hers is in any table, queue or log; the books balance', async () => {
    const { personId, me } = await joins();
    await buys(me);
    await helps(personId);
    await bazaar.until(
      'she was told',
      () =>
        seen<{ n: number }>(`select count(*)::int as n from notifications.message where recipient_id = $1`, [personId]),
      ([row]) => row!.n >= 3,
    );
    const before = await everyRow();
    expect(before.some(({ row }) => row.includes(handset))).toBe(true); // the search finds what is there

    await bazaar.booted.as(personActor({ personId }), () =>
      bazaar.app.get(ErasePerson, { strict: false }).ask(personActor({ personId })),
    );
    await bazaar.passes(47);
    await bazaar.asSystem(() => bazaar.app.get(ErasePerson, { strict: false }).settle(personId));
    expect(await seen('select state from identity.person where id = $1', [personId])).not.toEqual([
      { state: 'erased' },
    ]);
    await bazaar.passes(2);
    await bazaar.asSystem(() => bazaar.app.get(ErasePerson, { strict: false }).settle(personId));
    await bazaar.until(
      'the other modules forgot her too',
      () =>
        seen(
          `select 1 from platform.outbox where name = 'identity.person_erased'
           union all select 1 from platform.inbox where name = 'identity.person_erased' and payload ->> 'personId' = $1::uuid::text
           union all select 1 from notifications.message where recipient_id = $1::uuid and address_hint is not null`,
          [personId],
        ),
      (left) => left.length === 0,
    );

    expect(await seen('select state from identity.person where id = $1', [personId])).toEqual([{ state: 'erased' }]);
    const rows = await everyRow();
    expect(rows.length).toBeGreaterThan(1_000);
    const found = rows.flatMap(({ table, row }) =>
      values
        .filter((value) => shapesOf(value).some((shape) => row.toLowerCase().includes(shape)))
        .map((value) => `${table}: ${value}`),
    );
    expect([...new Set(found)]).toEqual([]);
    expect(lines.length).toBeGreaterThan(0);
    expect(values.filter((value) => lines.some((line) => line.includes(value)))).toEqual([]);

    const trial = await bazaar.asSystem(() =>
      bazaar.app
        .get(UnitOfWork, { strict: false })
        .run((tx) => bazaar.app.get(BalanceQuery, { strict: false }).trial(tx)),
    );
    expect(trial.length).toBeGreaterThan(0);
    expect(trial.reduce((sum, row) => sum + row.balance_paise, 0n)).toBe(0n);
  });
});
