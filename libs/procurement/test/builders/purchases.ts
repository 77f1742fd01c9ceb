import { CreateOrganisation, GrantRole, parseContact, RegisterPerson, type Role } from '#identity';
import { UnitOfWork, type Tx } from '#platform/database';
import { assert, namedId, newId, type Actor } from '#platform/kernel';
import { rupees } from '#platform/money';
import { asOwner, personActor, type Booted } from '#platform/testing';
import {
  AcceptContract,
  Acceptances,
  ApproveDemand,
  Bills,
  BlockFunds,
  CertifyBill,
  Contracts,
  Demands,
  FollowContractShipment,
  JudgeGoods,
  PlaceDirectPurchase,
  RaiseBill,
  RaiseDemand,
  ReceiveGoods,
  SendForPayment,
  SettleBill,
  type Bill,
  type Contract,
  type Demand,
  type NewDemand,
} from '../../src/index.js';
import { goods, type Goods } from '../../../catalogue/test/builders/goods.js';
import { identityActors, inventedOfficialMailbox } from '../../../identity/test/builders/identity-actors.js';

type Desk = 'buyer' | 'authority' | 'consignee' | 'ddo' | 'pao';
const roleOf: Record<Desk, Role> = {
  buyer: 'gov_buyer',
  authority: 'gov_competent_authority',
  consignee: 'gov_consignee',
  ddo: 'gov_ddo',
  pao: 'gov_pao',
};

/** A buying office of a test with an officer at each desk. Everybody in it is invented. */
export type Office = { officeId: string } & Record<Desk, Actor>;

/** One purchase of a test: who buys, from whom, and how far it has come. */
export interface Purchase {
  office: Office;
  piece: Goods;
  demand: Demand;
}
export interface Ordered extends Purchase {
  contract: Contract;
  shipmentId: string;
}
export interface Billed extends Ordered {
  bill: Bill;
}

/** Public purchases of a booted application, driven through the real use-cases to the state a test needs. */
export function purchases(app: Booted) {
  const shop = goods(app);
  const work = <T>(what: (tx: Tx) => Promise<T>) => app.asSystem(() => app.get(UnitOfWork).run(what));

  async function person(): Promise<string> {
    const contact = parseContact(inventedOfficialMailbox());
    assert(contact, 'an invented mailbox is one');
    const given = { name: 'Officer Test', contact, language: 'en', notice: 'test' };
    const asked = await app.asSystem(() => app.get(RegisterPerson).ask(given));
    const code = await identityActors(app).codeFor(asked.challengeId, contact.value);
    return app.asSystem(() => app.get(RegisterPerson).verify(asked.registrationId, code));
  }

  async function officer(officeId: string, ...roles: Role[]): Promise<Actor> {
    const personId = await person();
    for (const role of roles)
      await app.asSystem(() => app.get(GrantRole).run({ personId, organisationId: officeId, role }));
    return personActor({ personId, organisationId: officeId, label: roles.join(' ') });
  }

  async function office(buyerClass = 'CENTRAL'): Promise<Office> {
    const make = app.get(CreateOrganisation);
    const officeId = await app.asSystem(async () => {
      const ministry = await make.run({ kind: 'buyer_ministry', name: 'Ministry of Tests', buyerClass });
      const department = await make.run({ kind: 'buyer_department', name: 'Department', parentId: ministry });
      return make.run({ kind: 'buyer_organisation', name: 'Board of Tests', parentId: department });
    });
    const desks = Object.keys(roleOf) as Desk[];
    const officers: [Desk, Actor][] = [];
    for (const desk of desks) officers.push([desk, await officer(officeId, roleOf[desk])]);
    return { officeId, ...(Object.fromEntries(officers) as Record<Desk, Actor>) };
  }

  const wanted = (office: Office, wish: Partial<NewDemand> = {}): NewDemand => ({
    title: 'Stoles for the visitors’ hall',
    odopEntryId: null,
    quantity: 10,
    consigneeId: office.consignee.personId!,
    toPincode: '110001',
    deliveryDays: 30,
    estimate_paise: rupees(20_000),
    rail: 'pfms',
    budgetHead: '2052.00.090',
    ...wish,
  });
  const raised = (office: Office, wish: Partial<NewDemand> = {}) =>
    app.as(office.buyer, () => app.get(RaiseDemand).run(wanted(office, wish)));
  const blocks = ({ id, funds_attempt }: Demand) =>
    app.asSystem(() => app.get(BlockFunds).run({ demandId: id, attempt: funds_attempt }));

  async function approved(office: Office, wish: Partial<NewDemand> = {}): Promise<Demand> {
    const { id } = await raised(office, wish);
    await blocks(await app.as(office.authority, () => app.get(ApproveDemand).run(id)));
    return work((tx) => app.get(Demands).find(tx, id));
  }

  const place = (office: Office, demandId: string, offerId: string) =>
    app.as(office.buyer, () => app.get(PlaceDirectPurchase).run({ demandId, offerId, certifiesRates: true }));

  async function ordered(office: Office, piece: Goods, wish: Partial<NewDemand> = {}): Promise<Ordered> {
    const demand = await approved(office, wish);
    const contract = await place(office, demand.id, piece.offerId);
    return { office, piece, demand, contract, shipmentId: namedId('shipment', 'contract', contract.id) };
  }
  const accepts = ({ piece, contract }: Ordered) =>
    app.as(piece.maker.actor, () => app.get(AcceptContract).run(contract.id));
  async function delivers({ contract, shipmentId }: Ordered, at?: Date): Promise<void> {
    const now = at ?? (await clock.now());
    await app.asSystem(() => app.get(FollowContractShipment).delivered(contract.id, shipmentId, now));
  }
  const receives = ({ office, shipmentId }: Ordered) =>
    app.as(office.consignee, () => app.get(ReceiveGoods).run(shipmentId));
  const judges = ({ office, shipmentId }: Ordered, accepted: number, rejected = 0, short = 0) =>
    app.as(office.consignee, () =>
      app.get(JudgeGoods).run(shipmentId, { accepted, rejected, short }, rejected + short > 0 ? 'Torn.' : null),
    );

  async function delivered(office: Office, piece: Goods, wish: Partial<NewDemand> = {}): Promise<Ordered> {
    const one = await ordered(office, piece, wish);
    await accepts(one);
    await delivers(one);
    return one;
  }
  async function judged(office: Office, piece: Goods, wish: Partial<NewDemand> = {}): Promise<Ordered> {
    const one = await delivered(office, piece, wish);
    await receives(one);
    await judges(one, one.demand.quantity);
    return one;
  }

  const bills = ({ office, contract }: Ordered) => app.as(office.buyer, () => app.get(RaiseBill).run(contract.id));
  const certifies = ({ office, bill }: Billed) => app.as(office.ddo, () => app.get(CertifyBill).run(bill.id));
  const pays = ({ office, bill }: Billed) => app.as(office.pao, () => app.get(SendForPayment).run(bill.id));
  const settles = ({ bill }: Billed, attempt = 1) =>
    app.asSystem(() => app.get(SettleBill).run({ billId: bill.id, attempt }));

  async function billed(office: Office, piece: Goods, wish: Partial<NewDemand> = {}): Promise<Billed> {
    const one = await judged(office, piece, wish);
    return { ...one, bill: await bills(one) };
  }
  async function sent(office: Office, piece: Goods, wish: Partial<NewDemand> = {}): Promise<Billed> {
    const one = await billed(office, piece, wish);
    await certifies(one);
    await pays(one);
    return one;
  }

  return {
    ...{ shop, work, person, officer, office, wanted, raised, blocks, approved, place, ordered, accepts, delivers },
    ...{ receives, judges, delivered, judged, bills, certifies, pays, settles, billed, sent },
    demand: (id: string) => work((tx) => app.get(Demands).find(tx, id)),
    contract: (id: string) => work((tx) => app.get(Contracts).find(tx, id)),
    acceptance: (shipmentId: string) => work((tx) => app.get(Acceptances).lock(tx, shipmentId)),
    bill: (id: string) => work((tx) => app.get(Bills).find(tx, id)),
    stranger: () => personActor({ organisationId: newId() }),
  };
}

/** The business clock of a test's database. */
export const clock = {
  /** Stands still at an instant. */
  async stands(at: Date): Promise<void> {
    await asOwner(
      `insert into platform.clock (base_at, real_at, speed) values ($1, clock_timestamp(), 1e-12)
       on conflict (one) do update set base_at = excluded.base_at, real_at = excluded.real_at, speed = excluded.speed`,
      [at],
    );
  },
  /** Runs with the real one again. */
  async runs(): Promise<void> {
    await asOwner(`delete from platform.clock`);
  },
  async now(): Promise<Date> {
    const [row] = await asOwner<{ now: Date }>(`select platform.now() as now`);
    return row!.now;
  },
};
