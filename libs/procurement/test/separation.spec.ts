import { ManageOffices, parseContact, PersonsQuery, TransferCharge, type Role } from '#identity';
import { newId, type Actor } from '#platform/kernel';
import {
  ApproveDemand,
  CertifyBill,
  Consignees,
  JudgeGoods,
  PlaceDirectPurchase,
  RaiseBill,
  RaiseDemand,
  ReceiveGoods,
  SendForPayment,
} from '../src/index.js';
import { openTrade, type Trade } from './builders/open-trade.js';
import type { Office } from './builders/purchases.js';
import type { Goods } from '../../catalogue/test/builders/goods.js';

const refusal = (code: string, facts: object = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });

describe('Who may do which step of a public purchase', () => {
  let trade: Trade;
  let office: Office;
  let piece: Goods;
  beforeAll(async () => {
    trade = await openTrade();
    office = await trade.buying.office();
    piece = await trade.buying.shop.live({ stock: 500, price_paise: 10_000 });
  }, 60_000);
  afterAll(() => trade.close());

  const as = <T>(actor: Actor, act: () => Promise<T>) => trade.app.as(actor, act);
  const get: Trade['app']['get'] = (token) => trade.app.get(token);

  describe('R-2.3 S-28 nobody checks her own step', () => {
    test('who raised a demand does not approve it', async () => {
      const { id } = await trade.buying.raised(office);
      const attempt = as(office.buyer, () => get(ApproveDemand).run(id));
      await expect(attempt).rejects.toEqual(
        refusal('acts_not_separate', { act: 'approve_demand', earlier: 'raise_demand' }),
      );
      expect(await trade.buying.demand(id)).toMatchObject({ state: 'approval_pending', approved_by: null });
    });

    test('who approved it does not place the order', async () => {
      const { id } = await trade.buying.approved(office);
      const attempt = as(office.authority, () =>
        get(PlaceDirectPurchase).run({ demandId: id, offerId: piece.offerId, certifiesRates: true }),
      );
      await expect(attempt).rejects.toEqual(refusal('acts_not_separate', { earlier: 'approve_demand' }));
    });

    test('who raised, ordered, received or accepted does not certify the bill', async () => {
      const one = await trade.buying.billed(office, piece);
      for (const who of [office.buyer, office.consignee]) {
        await expect(as(who, () => get(CertifyBill).run(one.bill.id))).rejects.toEqual(refusal('acts_not_separate'));
      }
    });

    test('who raised the bill does not certify it, whatever else she did', async () => {
      const one = await trade.buying.judged(office, piece);
      const bill = await as(office.ddo, () => get(RaiseBill).run(one.contract.id));
      const attempt = as(office.ddo, () => get(CertifyBill).run(bill.id));
      await expect(attempt).rejects.toEqual(refusal('acts_not_separate', { earlier: 'raise_bill' }));
    });

    test('nobody with an earlier step orders the payment', async () => {
      const one = await trade.buying.billed(office, piece);
      await trade.buying.certifies(one);
      for (const who of [office.buyer, office.authority, office.consignee, office.ddo]) {
        await expect(as(who, () => get(SendForPayment).run(one.bill.id))).rejects.toEqual(refusal('acts_not_separate'));
      }
      expect(await trade.buying.pays(one)).toMatchObject({ state: 'sent' });
    });

    test('buyer and consignee may be one person', async () => {
      const both = await trade.buying.officer(office.officeId, 'gov_buyer', 'gov_consignee');
      const own = { ...office, buyer: both, consignee: both };
      const one = await trade.buying.judged(own, piece);
      expect(await trade.buying.contract(one.contract.id)).toMatchObject({ state: 'settled' });
    });

    test('R-2.3 roles that came together behind the rules’ back stop every act', async () => {
      const mixed = await trade.buying.officer(office.officeId, 'gov_buyer');
      await grantUnchecked(mixed, 'gov_pao');
      const attempt = as(mixed, () => get(RaiseDemand).run(trade.buying.wanted(office)));
      await expect(attempt).rejects.toEqual(refusal('duties_not_separate'));
    });
  });

  describe('R-2.1 acts belong to an office', () => {
    test.each(['personId', 'organisationId'] as const)('without %s nothing is raised', async (member) => {
      const attempt = as({ ...office.buyer, [member]: null }, () => get(RaiseDemand).run(trade.buying.wanted(office)));
      await expect(attempt).rejects.toEqual(refusal('acts_without_office'));
    });
  });

  describe('R-2.4 the consignee', () => {
    test('R-2.2 named on a demand holds the role in this office', async () => {
      const elsewhere = await trade.buying.office();
      for (const consigneeId of [office.buyer.personId!, elsewhere.consignee.personId!, newId()]) {
        const attempt = trade.buying.raised(office, { consigneeId });
        await expect(attempt).rejects.toEqual(refusal('consignee_without_role'));
      }
    });

    test('who lost the role receives nothing any more', async () => {
      const consignee = await trade.buying.officer(office.officeId, 'gov_consignee');
      const one = await trade.buying.delivered({ ...office, consignee }, piece);
      const ends = `update identity.role_grant set state = 'ended', ended_at = now() where person_id = $1`;
      await trade.buying.work((tx) => tx.run(ends, [consignee.personId]));
      const attempt = as(consignee, () => get(ReceiveGoods).run(one.shipmentId));
      await expect(attempt).rejects.toEqual(refusal('delivery_not_found'));
    });

    test('another consignee of the office has no part in it', async () => {
      const other = await trade.buying.officer(office.officeId, 'gov_consignee');
      const one = await trade.buying.delivered(office, piece);
      const counted = { accepted: 10, rejected: 0, short: 0 };
      await expect(as(other, () => get(ReceiveGoods).run(one.shipmentId))).rejects.toEqual(
        refusal('delivery_not_found'),
      );
      const attempt = as(other, () => get(JudgeGoods).run(one.shipmentId, counted, null));
      await expect(attempt).rejects.toEqual(refusal('delivery_not_found'));
    });

    test('hands her post over: her successor receives what was on its way, she no more', async () => {
      const { consignee, hand, postId } = await postOfConsignee();
      const one = await trade.buying.delivered({ ...office, consignee }, piece);
      expect(one.demand).toMatchObject({ consignee_id: consignee.personId, consignee_post_id: postId });
      const successor = await hand();
      await expect(as(consignee, () => get(ReceiveGoods).run(one.shipmentId))).rejects.toEqual(
        refusal('delivery_not_found'),
      );
      expect(await as(successor, () => get(ReceiveGoods).run(one.shipmentId))).toMatchObject({ state: 'received' });
      const reader = await trade.buying.work((tx) => get(Consignees).reader(tx, one.demand));
      expect(reader).toBe(successor.personId);
      expect(await trade.buying.judges({ ...one, office: { ...office, consignee: successor } }, 10)).toMatchObject({
        state: 'accepted_full',
      });
    });
  });

  /** A role that no rule let through, as in data from elsewhere. */
  const grantUnchecked = (who: Actor, role: Role) =>
    trade.buying.work((tx) =>
      tx.run(
        `insert into identity.role_grant (id, person_id, organisation_id, post_id, role, state, granted_by, granted_at)
         values ($1, $2, $3, null, $4, 'active', null, now())`,
        [newId(), who.personId, office.officeId, role],
      ),
    );

  async function postOfConsignee() {
    const { officeId } = office;
    const [first, second] = [await trade.buying.person(), await trade.buying.person()];
    const mailbox = async (personId: string) => {
      const contact = await trade.app.asSystem(() => get(PersonsQuery).contactOf(personId));
      return parseContact(contact!.email!)!;
    };
    const postId = await trade.app.asSystem(() =>
      get(ManageOffices).openPost({
        organisationId: officeId,
        title: 'Stores',
        rank: 'section_officer',
        division: null,
      }),
    );
    const [firstBox, secondBox] = [await mailbox(first), await mailbox(second)];
    await trade.app.asSystem(() => get(TransferCharge).appoint(postId, firstBox, ['gov_consignee']));
    const actor = (personId: string): Actor => ({ ...office.consignee, personId, postId });
    return {
      postId,
      consignee: actor(first),
      hand: async () => {
        await trade.app.asSystem(() => get(TransferCharge).run(postId, secondBox, 'posted elsewhere'));
        return actor(second);
      },
    };
  }
});
