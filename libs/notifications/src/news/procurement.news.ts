import { platformOrganisationId } from '#identity';
import {
  BillPaid,
  ContractAccepted,
  ContractDeclined,
  ContractIssued,
  ContractLapsed,
  DemandApproved,
  ExtensionAnswered,
  ExtensionAsked,
  FundsRefused,
  GoodsJudged,
  GoodsReceived,
  IncidentMoved,
  type IncidentNews,
  OfficeReminded,
  PaymentOverdue,
  SplittingReported,
} from '#procurement';
import { about, holders, maker, makerOwner, office, person, type Desk, type To } from './about.js';

interface OfContract {
  contractId: string;
  officeId: string;
  sellerId: string;
}
const numberOf = async (e: OfContract, { tx, facts }: Desk): Promise<string> =>
  (await facts.contract(tx, e.contractId)).number;

const toBuyer = async (e: OfContract, at: Desk) => ({
  buyer: { to: office(e.officeId, 'gov_buyer'), values: { contract: await numberOf(e, at) } },
});
const toMaker = async (e: OfContract, at: Desk) => ({
  maker: { to: maker(e.sellerId), values: { contract: await numberOf(e, at) } },
});

/** Who hears of a step of an incident; an office's appeal lies with the desk, a seller's with the office of her State. @rule */
const toldToBoth: ReadonlySet<IncidentNews> = new Set<IncidentNews>([
  ...(['settled', 'withdrawn', 'escalated', 'answered', 'silent', 'acquitted'] as const),
  ...(['fault', 'accepted', 'appealed', 'upheld', 'set_aside'] as const),
]);
const toldToRaiser: ReadonlySet<IncidentNews> = new Set<IncidentNews>(['replied', 'unsettled']);
const toldToDesk: ReadonlySet<IncidentNews> = new Set<IncidentNews>([
  ...(['escalated', 'answered', 'silent', 'desk_waits', 'appealed'] as const),
]);

/** A public purchase: the office hears what the payer said; the maker hears what the office did, the office what the maker did. @rule SM-8 */
export const aboutProcurement = [
  about('procurement.demand_approved', DemandApproved, async (e, { tx, facts }) => ({
    buyer: { to: office(e.officeId, 'gov_buyer'), values: { title: await facts.demand(tx, e.demandId) } },
  })),
  about('procurement.funds_refused', FundsRefused, async (e, { tx, facts }) => {
    const values = { title: await facts.demand(tx, e.demandId) };
    return {
      buyer: { to: office(e.officeId, 'gov_buyer'), values },
      authority: { to: office(e.officeId, 'gov_competent_authority'), values },
    };
  }),
  about('procurement.contract_issued', ContractIssued, async (e, at, news) => {
    const accept_by = at.facts.deadline('order.accept_hours', news.at, e.officeId);
    const values = { contract: await numberOf(e, at), amount: e.total_paise, accept_by };
    return { maker: { to: maker(e.sellerId), values } };
  }),
  about('procurement.contract_accepted', ContractAccepted, toBuyer),
  about('procurement.contract_declined', ContractDeclined, toBuyer),
  about('procurement.contract_lapsed', ContractLapsed, async (e, at) => ({
    ...(await toMaker(e, at)),
    ...(await toBuyer(e, at)),
  })),
  about('procurement.goods_received', GoodsReceived, toMaker),
  about('procurement.goods_judged', GoodsJudged, async (e, at) => ({
    maker: {
      to: maker(e.sellerId),
      values: { contract: await numberOf(e, at), outcome: e.state, accepted: e.accepted_paise },
    },
  })),
  about('procurement.extension_asked', ExtensionAsked, async (e, at) => ({
    buyer: { to: office(e.officeId, 'gov_buyer'), values: { contract: await numberOf(e, at), until: e.until } },
  })),
  about('procurement.extension_answered', ExtensionAnswered, async (e, at) => ({
    maker: {
      to: maker(e.sellerId),
      values: { contract: await numberOf(e, at), outcome: `extension_${e.decision}`, until: e.until },
    },
  })),
  about('procurement.incident_moved', IncidentMoved, async (e, at) => {
    const known = { contract: await numberOf(e, at), incident: e.incident };
    const values = { ...known, step: `incident_${e.what}` };
    const asks = (e.what === 'raised' || e.what === 'notice') && e.due_at !== null ? e.due_at : null;
    const hears = (side: 'buyer' | 'seller') =>
      toldToBoth.has(e.what) || (toldToRaiser.has(e.what) && e.raised_by === side);
    const asked = (side: 'buyer' | 'seller', to: To) =>
      asks !== null && e.accused === side ? { to, values: { ...known, due: asks } } : undefined;
    const [seller, buyer] = [maker(e.sellerId), office(e.officeId, 'gov_buyer')];
    return {
      maker: hears('seller') ? { to: seller, values } : undefined,
      maker_asked: asked('seller', seller),
      buyer: hears('buyer') ? { to: buyer, values } : undefined,
      buyer_asked: asked('buyer', buyer),
      nodal_officer:
        e.accused === 'buyer' && e.what === 'fault'
          ? { to: office(e.officeId, 'gov_primary_user'), values }
          : undefined,
      officer:
        toldToDesk.has(e.what) && !(e.what === 'appealed' && e.accused === 'seller')
          ? { to: holders(platformOrganisationId, ['conduct_officer']), values }
          : undefined,
    };
  }),
  about('procurement.office_reminded', OfficeReminded, async (e, { tx, facts }) => {
    const { number, consigneeId } = await facts.contract(tx, e.contractId);
    const values = { contract: number, what: `${e.what}_awaited`, due: e.due_at };
    const tell = (rung: string, to: To) => (e.warns.includes(rung) ? { to, values } : undefined);
    return {
      consignee: tell('consignee', person(consigneeId)),
      buyer: tell('buyer', office(e.officeId, 'gov_buyer')),
      paying_officer: tell('paying_authority', office(e.officeId, 'gov_pao')),
      nodal_officer: tell('nodal_officer', office(e.officeId, 'gov_primary_user')),
    };
  }),
  about('procurement.splitting_reported', SplittingReported, ({ officeId, warnings }) => ({
    vigilance_officer: { to: office(officeId, 'gov_vigilance'), values: { warnings } },
    nodal_officer: { to: office(officeId, 'gov_primary_user'), values: { warnings } },
  })),
  about('procurement.payment_overdue', PaymentOverdue, async (e, at) => ({
    maker: {
      to: makerOwner(e.sellerId),
      values: { contract: await numberOf(e, at), amount: e.due_paise, due: e.pay_by },
    },
  })),
  about('procurement.bill_paid', BillPaid, async (e, at) => ({
    maker: {
      to: makerOwner(e.sellerId),
      values: { contract: await numberOf(e, at), amount: e.paid_paise, utr: e.utr },
    },
  })),
];
