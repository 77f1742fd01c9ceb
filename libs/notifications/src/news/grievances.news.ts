import {
  ComplaintAcknowledged,
  ComplaintBreached,
  ComplaintEscalated,
  ComplaintRaised,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintWaits,
} from '#grievances';
import { platformOrganisationId } from '#identity';
import { about, holders, person } from './about.js';

const complaintsDesk = holders(platformOrganisationId, ['grievance_officer']);
/** The nodal person decides now; the desk knows what came before. */
const bothDesks = holders(platformOrganisationId, ['nodal_person', 'grievance_officer']);

/** Complaints: who complained hears each step, the desk what waits for it. Nothing of what was said is told. @rule SM-9 */
export const aboutGrievances = [
  about('grievances.raised', ComplaintRaised, ({ ticket, personId, acknowledgeBy: acknowledge_by, redressBy }) => ({
    shopper: { to: person(personId), values: { ticket, acknowledge_by, redress_by: redressBy } },
    officer: { to: complaintsDesk, values: { ticket, acknowledge_by } },
  })),
  about('grievances.acknowledged', ComplaintAcknowledged, ({ ticket, personId, redressBy: redress_by }) => ({
    shopper: { to: person(personId), values: { ticket, redress_by } },
  })),
  about('grievances.resolved', ComplaintResolved, ({ ticket, personId, outcome, reopenUntil }) => {
    const values = { ticket, decision: `complaint_${outcome}` };
    return reopenUntil === null
      ? { shopper_again: { to: person(personId), values } }
      : { shopper: { to: person(personId), values: { ...values, reopen_until: reopenUntil } } };
  }),
  about('grievances.reopened', ComplaintReopened, ({ ticket, redressBy: redress_by }) => ({
    officer: { to: complaintsDesk, values: { ticket, redress_by } },
  })),
  about('grievances.waits', ComplaintWaits, ({ ticket, since }) => ({
    officer: { to: complaintsDesk, values: { ticket, since } },
  })),
  about('grievances.escalated', ComplaintEscalated, ({ ticket, personId, redressBy: redress_by }) => ({
    officer: { to: bothDesks, values: { ticket, redress_by } },
    shopper: { to: person(personId), values: { ticket, redress_by } },
  })),
  about('grievances.breached', ComplaintBreached, ({ ticket, redressBy: redress_by }) => ({
    officer: { to: bothDesks, values: { ticket, redress_by } },
  })),
];
