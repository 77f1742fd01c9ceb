import { assert } from '#platform/kernel';
import {
  ApproveDemand,
  BlockFundsJob,
  ContractDeclined,
  demandStates,
  EndUnaccepted,
  FreezeComparison,
  PlaceDirectPurchase,
  PlaceL1Purchase,
  RaiseDemand,
  ReturnDemand,
  WithdrawDemand,
} from '#procurement';
import type { SignedInPerson } from '../../../libs/identity/test/builders/identity-actors.js';
import { otherPapers } from '../../../libs/sellers/test/builders/makers.js';
import type { DrivenDemand, DemandWish, Workshop } from './driven.js';
import { road } from './road.js';

/** Acts as an officer, by a real sign-in. */
export const officer = async <T>({ booted }: Workshop, who: SignedInPerson, act: () => Promise<T>): Promise<T> =>
  booted.as(await who.actor(), act);

/** Another maker’s goods of the same category and unit, dearer than those of the demand. */
async function rival({ goods }: Workshop): Promise<void> {
  const maker = await goods.make.verified({}, otherPapers());
  await goods.live({ stock: 1_000, price_paise: 160_000 }, maker);
}

export const demandRoad = road<DrivenDemand, DemandWish>()({
  machine: demandStates,
  start: 'approval_pending',
  row: ({ demandId }) => ({ table: 'procurement.demand', id: demandId }),
  async begin(shop, { quantity = 10, office: given, piece: onSale, ...wish }) {
    const office = given ?? (await shop.people.government());
    const piece = onSale ?? (await shop.goods.live({ stock: 2 * quantity, ...wish }));
    const demand = await officer(shop, office.buyer, () =>
      shop.booted.get(RaiseDemand).run({
        title: 'Stoles for the visitors’ hall',
        odopEntryId: null,
        quantity,
        consigneeId: office.consignee.personId,
        toPincode: '110001',
        deliveryDays: 30,
        estimate_paise: 2_000_000n,
        rail: 'pfms',
        budgetHead: '2052.00.090',
        goods: { category: 'stoles-and-scarves', unit: 'piece', parameters: {} },
      }),
    );
    return { demandId: demand.id, office, piece, contractId: null };
  },
  steps: {
    return: (shop, { demandId, office }) =>
      officer(shop, office.hod, () => shop.booted.get(ReturnDemand).run(demandId, 'Fewer will do.')),
    withdraw: (shop, { demandId, office }) =>
      officer(shop, office.buyer, () => shop.booted.get(WithdrawDemand).run(demandId, 'Not needed any more.')),
    approve: (shop, { demandId, office }) =>
      officer(shop, office.hod, () => shop.booted.get(ApproveDemand).run(demandId)),
    block_funds: ({ hands }, { demandId }) => hands.does(BlockFundsJob, { demandId }),
    async place(shop, demand) {
      const { demandId, office, piece } = demand;
      const order = { demandId, offerId: piece.offerId, certifiesRates: true } as const;
      const contract = await officer(shop, office.buyer, () => shop.booted.get(PlaceDirectPurchase).run(order));
      demand.contractId = contract.id;
    },
    async compare(shop, { demandId, office }) {
      for (let i = 0; i < 2; i++) await rival(shop);
      await officer(shop, office.buyer, () => shop.booted.get(FreezeComparison).run(demandId));
    },
    async place_compared(shop, demand) {
      const { demandId, office } = demand;
      const { id } = await shop.hands.sees<{ id: string }>(
        `select comparison_id as id from procurement.demand where id = $1`,
        [demandId],
      );
      const contract = await officer(shop, office.buyer, () => shop.booted.get(PlaceL1Purchase).run(id));
      demand.contractId = contract.id;
    },
    rerun: ({ hands }, { demandId }) =>
      hands.strikes('procurement.lapse-comparisons', {
        ...{ table: 'procurement.comparison', key: 'demand_id', id: demandId, due: 'valid_until' },
      }),
    async reopen(shop, { contractId, piece }) {
      assert(contractId, 'an ordered demand has its contract');
      await shop.booted.as(piece.maker.actor, () =>
        shop.booted.get(EndUnaccepted).decline(contractId, 'The loom is broken.'),
      );
      await shop.hands.does(ContractDeclined, { contractId });
    },
    async fulfil({ drive }, { contractId, ...demand }) {
      assert(contractId, 'an ordered demand has its contract');
      await drive.contract.on({ ...demand, contractId }, 'completed');
    },
  },
});
