import { platformOrganisationId } from '#identity';
import { TurnoverFull, TurnoverNear } from '#tax';
import { about, holders, makerOwner } from './about.js';

const paymentsDesk = holders(platformOrganisationId, ['payments_officer']);

/** An unregistered maker's sales of the year: she and the payments desk hear of it. */
export const aboutTax = [
  about('tax.turnover_near', TurnoverNear, (e) => {
    const values = { share: `${e.share_bp / 100} %`, sold: e.turnover_paise, limit: e.threshold_paise };
    return { maker: { to: makerOwner(e.sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
  about('tax.turnover_full', TurnoverFull, (e) => {
    const values = { sold: e.turnover_paise, limit: e.threshold_paise };
    return { maker: { to: makerOwner(e.sellerId), values }, officer: { to: paymentsDesk, values } };
  }),
];
