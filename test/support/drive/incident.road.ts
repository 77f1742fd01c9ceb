import { platformOrganisationId } from '#identity';
import { personActor } from '#platform/testing';
import {
  AnswerIncident,
  AppealIncident,
  DecideIncident,
  EndIncident,
  EscalateIncident,
  incidentStates,
  RaiseIncident,
} from '#procurement';
import { officer } from './demand.road.js';
import type { DemandWish, DrivenIncident, Workshop } from './driven.js';
import { road } from './road.js';

const row = ({ incidentId }: DrivenIncident) => ({ table: 'procurement.incident', id: incidentId });
const words = 'Nobody certifies what was delivered.';
/** Always somebody else of the desk. */
const desk = ({ booted }: Workshop, act: () => Promise<unknown>) =>
  booted.as(
    personActor({ organisationId: platformOrganisationId, permissions: new Set(['admin:seller-conduct']) }),
    act,
  );
const maker = ({ booted }: Workshop, { piece }: DrivenIncident, act: () => Promise<unknown>) =>
  booted.as(piece.maker.actor, act);
const decides = (finding: 'fault' | 'no_fault') => (shop: Workshop, one: DrivenIncident) =>
  desk(shop, () => shop.booted.get(DecideIncident).run(one.incidentId, { finding, severity: null, reason: words }));
const decidesAppeal = (isAllowed: boolean) => (shop: Workshop, one: DrivenIncident) =>
  desk(shop, () => shop.booted.get(AppealIncident).decide(one.incidentId, isAllowed, words));
const strikes = ({ hands }: Workshop, one: DrivenIncident) => hands.strikes('procurement.strike-incidents', row(one));

/** The seller accuses the office, so that she may go on selling. */
export const incidentRoad = road<DrivenIncident, DemandWish>()({
  machine: incidentStates,
  row,
  async begin(shop, wish) {
    const contract = await shop.drive.contract.to('accepted', wish);
    const raised = await shop.booted.as(contract.piece.maker.actor, () =>
      shop.booted.get(RaiseIncident).run(contract.contractId, { fault: 'no_certificate', words }),
    );
    return { ...contract, incidentId: raised.id };
  },
  steps: {
    reply: (shop, one) =>
      officer(shop, one.office.buyer, () => shop.booted.get(AnswerIncident).reply(one.incidentId, words)),
    withdraw: (shop, one) => maker(shop, one, () => shop.booted.get(EndIncident).withdraw(one.incidentId)),
    async settle(shop, one) {
      await maker(shop, one, () => shop.booted.get(EndIncident).settle(one.incidentId));
      await officer(shop, one.office.buyer, () => shop.booted.get(EndIncident).settle(one.incidentId));
    },
    escalate: (shop, one) => desk(shop, () => shop.booted.get(EscalateIncident).byDesk(one.incidentId)),
    serve_notice: (shop, one) => desk(shop, () => shop.booted.get(DecideIncident).serveNotice(one.incidentId, words)),
    answer: (shop, one) =>
      officer(shop, one.office.buyer, () => shop.booted.get(AnswerIncident).answer(one.incidentId, words)),
    stay_silent: strikes,
    acquit: decides('no_fault'),
    find_fault: decides('fault'),
    appeal: (shop, one) =>
      officer(shop, one.office.buyer, () => shop.booted.get(AppealIncident).run(one.incidentId, words)),
    uphold: decidesAppeal(false),
    set_aside: decidesAppeal(true),
    accept: strikes,
  },
});
