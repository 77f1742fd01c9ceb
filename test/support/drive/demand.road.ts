import { assert } from '#platform/kernel';
import {
  ApproveDemand,
  BlockFundsJob,
  ContractDeclined,
  demandStates,
  EndUnaccepted,
  PlaceDirectPurchase,
  RaiseDemand,
  ReturnDemand,
  WithdrawDemand,
} from '#procurement';
import type { SignedInPerson } from '../../../libs/identity/test/builders/identity-actors.js';
import type { DrivenDemand, DemandWish, Workshop } from './driven.js';
import { road } from './road.js';

/** Acts as an officer, by a real sign-in. */
export const officer = async <T>({ booted }: Workshop, who: SignedInPerson, act: () => Promise<T>): Promise<T> =>
  booted.as(await who.actor(), act);

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
