import { z } from 'zod';
import { platformOrganisationId } from '#identity';
import { UnitOfWork } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { ScannerSimulator } from '#platform/simulators';
import { asOwner, personActor, type Booted } from '#platform/testing';
import { DecideAppeal, ShopQuery } from '#sellers';
import {
  AnswerIncident,
  AppealIncident,
  AttachIncidentFile,
  DecideIncident,
  DueQuery,
  EndIncident,
  EndUnaccepted,
  EscalateIncident,
  IncidentFilesQuery,
  Incidents,
  JudgeGoods,
  KeepIncidentFiles,
  LapseAcceptance,
  RaiseIncident,
  StrikeIncident,
  WatchDeclines,
  type Incident,
} from '../src/index.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import { clock, type Office, type Ordered } from './builders/purchases.js';
import { pdfWith } from '../../platform/uploads/test/builders/files.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';
import type { Fault } from '../src/incident/incident.rules.js';

const refusal = (code: string) => expect.objectContaining({ code });
const ist = (text: string) => new Date(`${text}+05:30`);
const before = (at: Date) => new Date(at.getTime() - 1);
const words = 'The stoles are of art silk.';
/** The harmless text by which scanners show that they work, in two parts so that none takes this file away. */
const virus = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*';
const reason = 'The report of the laboratory says so.';

describe('Incidents over a contract', () => {
  const scanner = new ScannerSimulator();
  let trade: Trade;
  let buying: Trade['buying'];
  let app: Booted;
  let office: Office;
  const desk = officer();
  const otherOfDesk = officer();
  beforeAll(async () => {
    await scanner.start({ secretKey: 'sk_test_simulated' });
    process.env['SCANNER_URL'] = scanner.url;
    trade = await openTrade();
    ({ buying, app } = trade);
    office = await buying.office();
  }, 60_000);
  beforeEach(() => clock.stands(ist('2026-12-01T12:00:00')));
  afterAll(async () => {
    await trade.close();
    await scanner.stop();
  });

  function officer(): Actor {
    return personActor({ organisationId: platformOrganisationId, permissions: new Set(['admin:seller-conduct']) });
  }
  const get: Booted['get'] = (token) => app.get(token);
  const piece = () => buying.shop.live({ stock: 5_000, price_paise: 10_000 });
  const accepted = async (goods?: Goods): Promise<Ordered> => {
    const one = await buying.ordered(office, goods ?? (await piece()));
    await buying.accepts(one);
    return one;
  };
  const accuses = (one: Ordered, fault: Fault = 'wrong_specification', by = office.buyer) =>
    app.as(by, () => get(RaiseIncident).run(one.contract.id, { fault, words }));
  const sellerAccuses = (one: Ordered) => accuses(one, 'no_certificate', one.piece.maker.actor);
  const replies = (one: Ordered, { id }: Incident, by = one.piece.maker.actor) =>
    app.as(by, () => get(AnswerIncident).reply(id, words));
  const answers = (by: Actor, { id }: Incident) => app.as(by, () => get(AnswerIncident).answer(id, words));
  const escalates = (by: Actor, { id }: Incident) => app.as(by, () => get(EscalateIncident).run(id));
  const notice = ({ id }: Incident, by = desk) => app.as(by, () => get(DecideIncident).serveNotice(id, words));
  const decides = ({ id }: Incident, finding: 'fault' | 'no_fault', by = desk) =>
    app.as(by, () => get(DecideIncident).run(id, { finding, severity: null, reason }));
  const strikes = ({ id }: Incident) => app.asSystem(() => get(StrikeIncident).run(id));
  const incident = ({ id }: Incident) => buying.work((tx) => get(Incidents).find(tx, id));
  /** As the platform sees it. */
  const rows = <T>(sql: string, values: unknown[]): Promise<T[]> =>
    buying.work((tx) => tx.many(z.custom<T>(), sql, values));
  const told = (one: Incident) =>
    asOwner<{ what: string }>(
      `select payload ->> 'what' as what from platform.outbox
        where name = 'procurement.incident_moved' and payload ->> 'incidentId' = $1 order by id`,
      [one.id],
    ).then((rows) => rows.map(({ what }) => what));
  /** Raised by the office, answered, and before the desk, which has heard both. */
  const heard = async (one: Ordered, fault: Fault = 'wrong_specification') => {
    const raised = await accuses(one, fault);
    await replies(one, raised);
    await escalates(office.buyer, raised);
    await notice(raised);
    return answers(one.piece.maker.actor, raised);
  };
  const shopState = async ({ piece: { maker } }: Ordered) => {
    const [row] = await rows<{ state: string }>(`select state from sellers.seller where id = $1`, [maker.sellerId]);
    return row!.state;
  };

  test('R-3.16 a buyer waits for the days or for the seller’s first word', async () => {
    const one = await accepted();
    const raised = await accuses(one);
    expect(raised).toMatchObject({ state: 'open', accused: 'seller', due_at: ist('2026-12-08T23:59:59') });
    await clock.stands(before(ist('2026-12-08T23:59:59')));
    await expect(escalates(office.buyer, raised)).rejects.toEqual(refusal('incident_too_early'));
    await clock.stands(ist('2026-12-03T09:00:00'));
    await replies(one, raised);
    expect(await escalates(office.buyer, raised)).toMatchObject({ state: 'escalated' });
    expect(await told(raised)).toEqual(['raised', 'replied', 'escalated']);
  });

  test('R-3.16 a seller waits for the days, and is told when they are over', async () => {
    const one = await accepted();
    const raised = await sellerAccuses(one);
    await app.as(office.buyer, () => get(AnswerIncident).reply(raised.id, words));
    await clock.stands(before(ist('2026-12-08T23:59:59')));
    await expect(escalates(one.piece.maker.actor, raised)).rejects.toEqual(refusal('incident_too_early'));
    await strikes(raised);
    expect(await told(raised)).toEqual(['raised', 'replied']);
    await clock.stands(ist('2026-12-08T23:59:59'));
    await strikes(raised);
    await strikes(raised);
    expect(await told(raised)).toEqual(['raised', 'replied', 'unsettled']);
    expect(await escalates(one.piece.maker.actor, raised)).toMatchObject({ state: 'escalated' });
  });

  test('R-3.16 what the platform raised goes to the desk after its hours by itself, and is nobody’s to settle', async () => {
    const one = await accepted();
    const accusation = { fault: 'counterfeit', words } as const;
    const raised = await app.as(desk, () => get(RaiseIncident).byDesk(one.contract.id, accusation));
    await replies(one, raised);
    await expect(app.as(office.buyer, () => get(EndIncident).settle(raised.id))).rejects.toEqual(
      refusal('incident_not_yours'),
    );
    await clock.stands(before(ist('2026-12-03T12:00:00')));
    await strikes(raised);
    expect(await incident(raised)).toMatchObject({ state: 'responded' });
    await clock.stands(ist('2026-12-03T12:00:00'));
    await strikes(raised);
    expect(await incident(raised)).toMatchObject({ state: 'escalated' });
  });

  test('SM-9 both sides settle it, or who raised it takes it back before the answer', async () => {
    const one = await accepted();
    const raised = await accuses(one);
    await expect(app.as(office.buyer, () => get(EndIncident).settle(raised.id))).rejects.toEqual(
      refusal('illegal_transition'),
    );
    await replies(one, raised);
    expect(await app.as(office.buyer, () => get(EndIncident).settle(raised.id))).toMatchObject({ state: 'responded' });
    const settled = await app.as(one.piece.maker.actor, () => get(EndIncident).settle(raised.id));
    expect(settled).toMatchObject({ state: 'resolved', outcome: 'settled', due_at: null });
    const second = await accuses(one);
    await expect(app.as(one.piece.maker.actor, () => get(EndIncident).withdraw(second.id))).rejects.toEqual(
      refusal('incident_not_yours'),
    );
    const back = await app.as(office.buyer, () => get(EndIncident).withdraw(second.id));
    expect(back).toMatchObject({ state: 'closed', outcome: 'withdrawn' });
  });

  test('R-3.15 the same is said once; a side does not answer for the other', async () => {
    const one = await accepted();
    const raised = await accuses(one);
    const again = await Promise.allSettled([accuses(one), accuses(one)]);
    expect(again.map((each) => each.status === 'rejected' && (each.reason as { code: string }).code)).toEqual([
      'incident_open',
      'incident_open',
    ]);
    await expect(accuses(one, 'late_payment')).rejects.toEqual(refusal('incident_accuses_oneself'));
    await expect(replies(one, raised, office.buyer)).rejects.toEqual(refusal('incident_not_yours'));
    await expect(escalates(one.piece.maker.actor, raised)).rejects.toEqual(refusal('incident_not_yours'));
  });

  test('R-3.16 an answer to the notice after its five days is late and read; after ten silence counts', async () => {
    const one = await accepted();
    const raised = await accuses(one);
    await replies(one, raised);
    await escalates(office.buyer, raised);
    const served = await notice(raised);
    expect(served).toMatchObject({ answer_by: ist('2026-12-06T23:59:59'), due_at: ist('2026-12-11T23:59:59') });
    await clock.stands(before(ist('2026-12-11T23:59:59')));
    expect(await answers(one.piece.maker.actor, raised)).toMatchObject({ state: 'under_decision', answer: words });

    const other = await accepted();
    await clock.stands(ist('2026-12-01T12:00:00'));
    const second = await accuses(other);
    await replies(other, second);
    await escalates(office.buyer, second);
    await notice(second);
    await clock.stands(ist('2026-12-11T23:59:59'));
    await expect(answers(other.piece.maker.actor, second)).rejects.toEqual(refusal('time_is_over'));
    await strikes(second);
    expect(await incident(second)).toMatchObject({ state: 'under_decision', answer: null });
  });

  test('R-3.17 a serious fault suspends for its days, running contracts go on, and the next one is longer', async () => {
    const one = await accepted();
    const second = await accepted(one.piece);
    const decided = await decides(await heard(one), 'fault');
    expect(decided).toMatchObject({ state: 'action', severity: 'serious', occurrence: 1, outcome: 'fault' });
    expect(await shopState(one)).toBe('suspended');
    await buying.delivers(second);
    await expect(buying.ordered(office, one.piece)).rejects.toEqual(refusal('offer_not_for_sale'));
    expect(await decides(await heard(second), 'fault')).toMatchObject({ occurrence: 2 });
    const [held] = await rows<{ until: Date }>(
      `select until from sellers.measure where seller_id = $1 and ended_at is null`,
      [one.piece.maker.sellerId],
    );
    expect(held?.until).toEqual(ist('2026-12-31T23:59:59'));
  });

  test('R-3.17 a first mild fault warns; nobody is suspended without a fault', async () => {
    const one = await accepted();
    await decides(await heard(one, 'late_reply'), 'fault');
    expect(await shopState(one)).toBe('verified');
    const other = await accepted();
    expect(await decides(await heard(other), 'no_fault')).toMatchObject({ state: 'closed', outcome: 'no_fault' });
    expect(await shopState(other)).toBe('verified');
  });

  test('R-3.18 a seller appeals once, within thirty days; allowed, the measure counts for nothing', async () => {
    const one = await accepted();
    const decided = await decides(await heard(one), 'fault');
    const appeals = () => app.as(one.piece.maker.actor, () => get(AppealIncident).run(decided.id, words));
    await clock.stands(ist('2026-12-31T23:59:59'));
    await expect(appeals()).rejects.toEqual(refusal('time_is_over'));
    await clock.stands(before(ist('2026-12-31T23:59:59')));
    expect(await appeals()).toMatchObject({ state: 'appeal' });
    await expect(appeals()).rejects.toEqual(refusal('illegal_transition'));
    const [appeal] = await rows<{ id: string; desk_id: string }>(
      `select id, desk_id from sellers.appeal where seller_id = $1`,
      [one.piece.maker.sellerId],
    );
    const state = personActor({ organisationId: appeal!.desk_id, permissions: new Set(['state:review']) });
    await app.as(state, () => get(DecideAppeal).run(appeal!.id, true, reason));
    await app.asSystem(() => get(AppealIncident).followDecision(decided.number, true));
    await app.asSystem(() => get(AppealIncident).followDecision(decided.number, true));
    expect(await incident(decided)).toMatchObject({ state: 'closed', outcome: 'set_aside' });
    expect(await shopState(one)).toBe('active');
    const { measures } = await buying.work((tx) => get(ShopQuery).forConduct(tx, one.piece.maker.sellerId));
    expect(measures).toMatchObject([{ incident: decided.number, outcome: 'appeal' }]);
  });

  test('R-3.18 what nobody appeals against ends after its days', async () => {
    const decided = await decides(await heard(await accepted()), 'fault');
    await clock.stands(before(ist('2026-12-31T23:59:59')));
    await strikes(decided);
    expect(await incident(decided)).toMatchObject({ state: 'action' });
    await clock.stands(ist('2026-12-31T23:59:59'));
    await strikes(decided);
    expect(await incident(decided)).toMatchObject({ state: 'closed', outcome: 'fault' });
  });

  test('R-3.17 R-3.18 S-28 an office’s faults are counted; another officer decides its appeal', async () => {
    const buyer = await buying.office();
    const counted: (number | null)[] = [];
    let last: Incident | undefined;
    for (let time = 1; time <= 3; time++) {
      const one = await buying.ordered(buyer, await piece());
      const raised = await sellerAccuses(one);
      await app.as(desk, () => get(EscalateIncident).byDesk(raised.id));
      await notice(raised);
      await answers(buyer.buyer, raised);
      last = await decides(raised, 'fault');
      counted.push(last.occurrence);
    }
    expect(counted).toEqual([1, 2, 3]);
    await app.as(buyer.buyer, () => get(AppealIncident).run(last!.id, words));
    const decide = (by: Actor) => app.as(by, () => get(AppealIncident).decide(last!.id, true, reason));
    await expect(decide(desk)).rejects.toEqual(refusal('incident_own_decision'));
    expect(await decide(otherOfDesk)).toMatchObject({ state: 'closed', outcome: 'set_aside' });
  });

  test('R-3.7 an open incident stops the acceptance by the clock, and the consignee still judges', async () => {
    const one = await accepted();
    await buying.delivers(one);
    await buying.receives(one);
    const raised = await accuses(one);
    const due = () => buying.work((tx) => get(DueQuery).acceptances(tx, 10_000));
    const lapses = () => app.asSystem(() => get(LapseAcceptance).run(one.shipmentId));
    await clock.stands(ist('2026-12-20T12:00:00'));
    expect(await due()).not.toContain(one.shipmentId);
    await lapses();
    expect(await buying.acceptance(one.shipmentId)).toMatchObject({ state: 'received' });
    await app.as(office.buyer, () => get(EndIncident).withdraw(raised.id));
    expect(await due()).toContain(one.shipmentId);
    const late = { accepted: 0, rejected: one.demand.quantity, short: 0 };
    const judges = () => app.as(office.consignee, () => get(JudgeGoods).run(one.shipmentId, late, reason));
    await expect(judges()).rejects.toEqual(refusal('time_is_over'));
    await accuses(one);
    expect(await judges()).toMatchObject({ state: 'rejected' });
  });

  test('R-3.1 R-3.16 the third contract that is not taken goes to the desk at once, the first two cost nothing', async () => {
    const goods = await piece();
    const declines = async () => {
      const one = await buying.ordered(office, goods);
      await app.as(goods.maker.actor, () => get(EndUnaccepted).decline(one.contract.id, 'The loom is broken.'));
      await app.asSystem(() => get(WatchDeclines).run(one.contract.id));
      return one;
    };
    const raised = () =>
      rows<{ state: string; fault: string }>(`select state, fault from procurement.incident where seller_id = $1`, [
        goods.maker.sellerId,
      ]);
    await declines();
    const one = await declines();
    expect(await raised()).toEqual([]);
    await app.asSystem(() => get(WatchDeclines).run(one.contract.id));
    await clock.stands(ist('2026-12-01T12:00:01'));
    await declines();
    expect(await raised()).toEqual([{ state: 'escalated', fault: 'declined_orders' }]);
    await clock.stands(ist('2026-12-01T12:00:02'));
    await declines();
    expect(await raised()).toHaveLength(1);
  });

  test('R-3.15 S-58 S-66 both sides show files, scanned first; they are kept for their days, and until the end', async () => {
    const one = await accepted();
    const raised = await accuses(one);
    const attaches = (by: Actor, file = pdfWith('<< >>'), name = 'report.pdf') =>
      app.as(by, () => get(AttachIncidentFile).run(raised.id, name, file));
    const opens = (by: Actor, fileId: string) =>
      app.as(by, () => get(UnitOfWork).run((tx) => get(IncidentFilesQuery).read(tx, raised.id, fileId)));
    const keep = <T>(act: (files: KeepIncidentFiles) => Promise<T>) => app.asSystem(() => act(get(KeepIncidentFiles)));
    const { id: fileId, ...file } = await attaches(office.buyer);
    expect(file).toMatchObject({ given_by: 'buyer', state: 'waiting', content_type: 'application/pdf' });
    await expect(opens(one.piece.maker.actor, fileId)).rejects.toEqual(refusal('incident_file_not_scanned'));
    await keep((files) => files.scan({ fileId }));
    expect((await opens(one.piece.maker.actor, fileId)).file).toMatchObject({ state: 'clean' });
    await expect(opens(buying.stranger(), fileId)).rejects.toEqual(refusal('incident_not_found'));
    for (let n = 2; n <= 10; n++) await attaches(office.buyer);
    await expect(attaches(office.buyer)).rejects.toEqual(refusal('too_many_incident_files'));
    await attaches(one.piece.maker.actor);

    await clock.stands(ist('2029-12-01T12:00:00'));
    const later = () => keep((files) => files.purge());
    await later();
    expect((await opens(office.buyer, fileId)).file).toMatchObject({ state: 'clean' });
    await app.as(office.buyer, () => get(EndIncident).withdraw(raised.id));
    await expect(attaches(office.buyer)).rejects.toEqual(refusal('incident_over'));
    await later();
    await expect(opens(office.buyer, fileId)).rejects.toEqual(refusal('incident_file_unknown'));
    await keep((files) => files.destroy({ fileId }));
    const [row] = await rows<{ gone: boolean }>(
      `select destroyed_at is not null as gone from procurement.incident_file where id = $1`,
      [fileId],
    );
    expect(row).toEqual({ gone: true });
  });

  test('S-58 a file with a virus is destroyed and shown to nobody', async () => {
    const raised = await accuses(await accepted());
    const { id: fileId } = await app.as(office.buyer, () =>
      get(AttachIncidentFile).run(raised.id, 'virus.pdf', pdfWith(virus)),
    );
    await app.asSystem(() => get(KeepIncidentFiles).scan({ fileId }));
    const opens = app.as(office.buyer, () =>
      get(UnitOfWork).run((tx) => get(IncidentFilesQuery).read(tx, raised.id, fileId)),
    );
    await expect(opens).rejects.toEqual(refusal('incident_file_infected'));
  });

  test('S-42 to another seller and another office it is not there', async () => {
    const raised = await accuses(await accepted());
    const none = refusal('incident_not_found');
    const other = await buying.office();
    const reads = (by: Actor) => app.as(by, () => get(UnitOfWork).run((tx) => get(Incidents).find(tx, raised.id)));
    await expect(reads(other.buyer)).rejects.toEqual(none);
    await expect(reads(buying.stranger())).rejects.toEqual(none);
    await expect(
      accuses({ contract: { id: raised.contract_id } } as Ordered, 'counterfeit', other.buyer),
    ).rejects.toEqual(refusal('contract_not_found'));
  });
});
