import {
  ComplaintAcknowledged,
  ComplaintBreached,
  ComplaintEscalated,
  ComplaintRaised,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintWaits,
  MakerAnswered,
  MakerAsked,
  MakerSilent,
} from '#grievances';
import { platformOrganisationId } from '#identity';
import { about, holders, maker, person, shopper, type To } from './about.js';

const complaintsDesk = holders(platformOrganisationId, ['grievance_officer']);
/** The nodal person decides now; the desk knows what came before. */
const bothDesks = holders(platformOrganisationId, ['nodal_person', 'grievance_officer']);

/** About an order it goes to whoever bought it, a guest with the link by which she answers. */
const complainant = ({ personId, orderId }: { personId: string; orderId: string | null }): To =>
  orderId === null ? person(personId) : shopper(personId, orderId);

/** Complaints: who complained hears each step, the desk what waits for it. Nothing of what was said is told. @rule SM-9 */
export const aboutGrievances = [
  about('grievances.raised', ComplaintRaised, ({ ticket, acknowledgeBy: acknowledge_by, redressBy, ...of }) => ({
    shopper: { to: complainant(of), values: { ticket, acknowledge_by, redress_by: redressBy } },
    officer: { to: complaintsDesk, values: { ticket, acknowledge_by } },
  })),
  about('grievances.acknowledged', ComplaintAcknowledged, ({ ticket, redressBy: redress_by, ...of }) => ({
    shopper: { to: complainant(of), values: { ticket, redress_by } },
  })),
  about('grievances.resolved', ComplaintResolved, ({ ticket, outcome, reopenUntil, ...of }) => {
    const values = { ticket, decision: `complaint_${outcome}` };
    return reopenUntil === null
      ? { shopper_again: { to: complainant(of), values } }
      : { shopper: { to: complainant(of), values: { ...values, reopen_until: reopenUntil } } };
  }),
  about('grievances.reopened', ComplaintReopened, ({ ticket, redressBy: redress_by }) => ({
    officer: { to: complaintsDesk, values: { ticket, redress_by } },
  })),
  about('grievances.waits', ComplaintWaits, ({ ticket, since }) => ({
    officer: { to: complaintsDesk, values: { ticket, since } },
  })),
  about('grievances.escalated', ComplaintEscalated, ({ ticket, redressBy: redress_by, ...of }) => ({
    officer: { to: bothDesks, values: { ticket, redress_by } },
    shopper: { to: complainant(of), values: { ticket, redress_by } },
  })),
  about('grievances.breached', ComplaintBreached, ({ ticket, redressBy: redress_by }) => ({
    officer: { to: bothDesks, values: { ticket, redress_by } },
  })),
  about('grievances.maker_asked', MakerAsked, ({ ticket, order, sellerId, answerBy: answer_by }) => ({
    maker: { to: maker(sellerId), values: { ticket, order, answer_by } },
  })),
  about('grievances.maker_answered', MakerAnswered, ({ ticket, ...of }) => ({
    shopper: { to: complainant(of), values: { ticket } },
    officer: { to: complaintsDesk, values: { ticket } },
  })),
  about('grievances.maker_silent', MakerSilent, ({ ticket, order }) => ({
    officer: { to: complaintsDesk, values: { ticket, order } },
  })),
];
