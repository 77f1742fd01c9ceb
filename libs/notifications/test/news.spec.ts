import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogueModule, InviteReviews } from '#catalogue';
import { ProveSecondFactor, ResetSecondFactor } from '#identity';
import { OdopModule } from '#odop';
import { PolicyModule } from '#policy';
import { ApproveDemand } from '#procurement';
import { SellersModule } from '#sellers';
import { PfmsSimulator } from '#platform/simulators';
import { UnitOfWork } from '#platform/database';
import { asOwner, boot, personActor, type Booted } from '#platform/testing';
import { goods } from '../../catalogue/test/builders/goods.js';
import { newId } from '#platform/kernel';
import { purchases } from '../../procurement/test/builders/purchases.js';
import { openRegisters } from '../../sellers/test/builders/open-sellers.js';
import { officesOf } from '../../odop/test/builders/offices.js';
import { identityActors } from '../../identity/test/builders/identity-actors.js';
import { Compose, InboxQuery, NotificationsModule, peopleNews } from '../src/index.js';

const firstPage = { limit: 100, key: null, towards: 'next', wantsCount: false, list: 'test' } as const;

/** News is told as the modules themselves told it: read from the outbox, handed to the reaction. */
describe('News of makers, goods, purchases and accounts', () => {
  const rail = new PfmsSimulator();
  let registries: Awaited<ReturnType<typeof openRegisters>>;
  const media = mkdtempSync(join(tmpdir(), 'odop-media-'));
  let app: Booted;
  beforeAll(async () => {
    registries = await openRegisters();
    await rail.start({ secretKey: 'key of this test' });
    Object.assign(process.env, {
      FUNDS_RAIL_URL: rail.url,
      FUNDS_RAIL_KEY: 'key of this test',
      STORAGE_URL: `file:${media}`,
    });
    app = await boot([PolicyModule, OdopModule, SellersModule, CatalogueModule, NotificationsModule]);
  });
  afterAll(async () => {
    await app.close();
    await Promise.all([registries.stop(), rail.stop()]);
    rmSync(media, { recursive: true });
  });

  async function tellAllOf(id: string, by: 'sellerId' | 'personId' | 'demandId' = 'sellerId'): Promise<void> {
    const told = await asOwner<{ id: string; name: string; at: Date; payload: unknown }>(
      `select id, name, at, payload from platform.outbox
        where kind = 'event' and payload->>$3 = $1 and name = any($2) order by id`,
      [id, [...peopleNews.keys()], by],
    );
    for (const news of told) await app.asSystem(() => app.get(Compose).run(news));
  }
  const subjects = async (personId: string) => {
    const messages = await app.as(personActor({ personId }), () => app.get(InboxQuery).mine(firstPage));
    return messages.map((message) => message.subject).reverse();
  };

  test('SM-1 SM-3 a maker hears of each step of her application and her goods, her district’s officer that it is his turn', async () => {
    const make = goods(app);
    const office = await make.make.officeOf('bhagalpur');
    const officer = await identityActors(app).officer('district_officer', office, 'Arjun Test');
    const maker = await make.make.verified({ name: 'Meena Devi Silk Works' });
    const stole = await make.drafted(maker);
    await make.submitted(stole);
    await make.approved(stole);
    await tellAllOf(maker.sellerId);
    expect(await subjects(maker.actor.personId!)).toEqual([
      'आपका आवेदन मिल गया',
      'स्वागत है: अब आप बेच सकते हैं',
      'बिक्री पर: Tussar stole',
    ]);
    expect(await subjects(officer.personId)).toEqual([
      'An application waits for you: Meena Devi Silk Works',
      'Goods wait for you: Tussar stole',
    ]);
  });

  test('R-9.3 of a delivery the buyer hears once, by the name of one of the goods and the count of the others', async () => {
    const make = goods(app);
    const [one, buyer] = [await make.live(), await make.make.person('Farah Test')];
    const of = { buyerId: buyer.personId!, sellerId: one.maker.sellerId, stateCode: 'IN-BR' };
    const lines = [newId(), newId(), newId()].map((lineId) => ({
      lineId,
      offerId: one.offerId,
      title: 'Tussar stole',
    }));
    await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(InviteReviews).inside(tx, of, lines)));
    await tellAllOf(one.maker.sellerId);
    expect(await subjects(buyer.personId!)).toEqual(['कैसा लगा? Tussar stole (+2)']);
  });

  test('SM-2 makers and officers hear when a product is suspended, goes on, is renamed or is withdrawn', async () => {
    const make = goods(app);
    const maker = await make.make.verified();
    const by = await officesOf(app, maker.district);
    const district = await identityActors(app).officer('district_officer', by.districtOffice, 'Asha Test');
    const state = await identityActors(app).officer('state_officer', by.stateOffice, 'Vikram Test');
    const entry = await invented(maker.district, 'Test felt');
    const next = await invented(maker.district, 'Test felt, embroidered');
    await asOwner(`insert into sellers.maker_entry (seller_id, entry_id, since) values ($1, $2, now())`, [
      maker.sellerId,
      entry,
    ]);
    const about = { entryId: entry, districtId: maker.district.id };
    const tell = (name: string, payload: object) =>
      app.asSystem(() => app.get(Compose).run({ id: newId(), name, at: new Date(), payload }));
    await tell('odop.entry_suspended', about);
    await tell('odop.entry_handed_on', { ...about, state: 'live' });
    await tell('odop.entry_retired', { ...about, successorId: next });
    await tell('odop.entry_retired', { ...about, successorId: null });
    await tell('odop.entry_handed_on', { ...about, state: 'district_reviewed' });
    expect((await subjects(maker.actor.personId!)).filter((subject) => subject.includes('felt'))).toEqual([
      'अभी नया सामान नहीं: Test felt',
      'पहले की तरह सूची में: Test felt',
      'Test felt का नाम अब Test felt, embroidered',
      'अब सूची में नहीं: Test felt',
    ]);
    const heard = ['Suspended: Test felt', 'Test felt is listed as Test felt, embroidered now', 'Withdrawn: Test felt'];
    expect(await subjects(district.personId)).toEqual(heard);
    expect(await subjects(state.personId)).toEqual([...heard, 'Waiting for you: Test felt']);
  });

  /** An entry of the test's own, on a list nothing else is on and already closed: nobody counts it. */
  async function invented(district: { id: string; slug: string }, product: string): Promise<string> {
    const id = newId();
    await asOwner(
      `insert into odop.entry (id, district_id, district_slug, list, slug, product, sector, rank, position, gi_published,
                               takes_listings, state, state_since, effective_from, effective_to, source)
       values ($1, $2, $3, 'deh', $5, $4, 'others', 'other', 99, false, true, 'retired', now(), null,
               '2026-01-02', 'test')`,
      [id, district.id, district.slug, product, id],
    );
    return id;
  }

  test('R-2.9 a payer who sets no money aside: the buyer hears of it, and the authority that it waits for her again', async () => {
    const buying = purchases(app);
    const office = await buying.office();
    const wish = { title: 'Stoles nobody pays for', rail: 'gpa', budgetHead: 'pool of the news, empty' } as const;
    rail.setAvailable(wish.rail, wish.budgetHead, 0);
    const { id } = await buying.raised(office, wish);
    await buying.blocks(await app.as(office.authority, () => app.get(ApproveDemand).run(id)));
    await tellAllOf(id, 'demandId');
    const told = 'No money for demand: Stoles nobody pays for';
    expect(await subjects(office.buyer.personId!)).toEqual([told]);
    expect(await subjects(office.authority.personId!)).toEqual([told]);
    expect(await subjects(office.pao.personId!)).toEqual([]);
  });

  test('S-35 whose authenticator app is taken away hears of it, whoever did it', async () => {
    const people = identityActors(app);
    const word = 'Your authenticator app was removed';
    const lost = await people.person({ name: 'Latika Test', secondFactor: true });
    await app.asSystem(() => app.get(ResetSecondFactor).run(lost.personId, 'telephone lost, seen in person'));
    await tellAllOf(lost.personId, 'personId');
    expect(await subjects(lost.personId)).toContain(word);
    const herself = await people.signIn(await people.person({ name: 'Bina Test', secondFactor: true }), null);
    const me = await herself.actor();
    await app.as({ ...me, secondFactorAt: new Date() }, () => app.get(ProveSecondFactor).remove(me));
    await tellAllOf(herself.personId, 'personId');
    expect((await subjects(herself.personId)).filter((subject) => subject === word)).toEqual([word]);
  });

  test('S-42 an officer of another district hears nothing', async () => {
    const make = goods(app);
    const elsewhere = await make.make.officeOf('varanasi');
    const officer = await identityActors(app).officer('district_officer', elsewhere, 'Latha Test');
    const maker = await make.make.underReview();
    await tellAllOf(maker.sellerId);
    expect(await subjects(officer.personId)).toEqual([]);
  });
});
