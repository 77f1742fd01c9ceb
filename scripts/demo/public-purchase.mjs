import { handedOver } from './shopping.mjs';
import { rupees } from './transcript.mjs';

/** @typedef {import('./bazaar.mjs').Bazaar} Bazaar */
/** @typedef {import('./bazaar.mjs').Signed} Signed */

const inr = (/** @type {number} */ paise) => ({ paise, currency: 'INR' });

/**
 * A government office buys five stoles directly, from the demand to the bank's reference.
 * @param {Bazaar} bazaar
 * @param {{ artisan: Signed, offerId: string }} maker
 */
export async function publicPurchase(bazaar, { artisan, offerId }) {
  const { transcript } = bazaar;
  transcript.chapter('A government office buys, its consignee accepts, the bill is paid');
  const buyer = await bazaar.signIn('gov_buyer');
  const consignee = await bazaar.signIn('gov_consignee');
  const demandId = await approvedDemand(bazaar, buyer, consignee);

  const contract = await bazaar.call('POST', '/v1/government/direct-purchases', {
    token: buyer.token,
    body: { demandId, offerId, certifiesRates: true },
  });
  transcript.step(
    buyer.name,
    'buys directly, within the ceiling of the day',
    `${contract.number}, ${rupees(contract.total)}`,
  );
  const sale = `/v1/seller/contracts/${contract.id}`;
  await bazaar.call('POST', `${sale}/acceptance`, { token: artisan.token });
  transcript.step(artisan.name, 'accepts the contract');
  const parcel = await handedOver(bazaar, artisan, sale);
  await bazaar.outside(`/courier/_control/parcels/${parcel.trackingNumber}/deliver`);
  transcript.step('The courier', 'takes the goods to the guest house', parcel.trackingNumber);

  await bazaar.until('the delivery waits for the consignee', async () => {
    const answer = await bazaar.call('GET', `/v1/government/contracts/${contract.id}/acceptance`, {
      token: consignee.token,
      expect: [200, 404],
    });
    return answer.shipmentId ? answer : null;
  });
  const acceptance = `/v1/government/acceptances/${parcel.id}`;
  await bazaar.call('POST', `${acceptance}/receipt`, { token: consignee.token });
  const counted = { accepted: 5, rejected: 0, short: 0 };
  const judged = await bazaar.call('POST', `${acceptance}/certificate`, { token: consignee.token, body: counted });
  transcript.step(consignee.name, 'certifies receipt and acceptance', judged.state);
  await paidBill(bazaar, buyer, contract.id);
}

/** @param {Bazaar} bazaar @param {Signed} buyer @param {Signed} consignee */
async function approvedDemand(bazaar, buyer, consignee) {
  const { transcript } = bazaar;
  const demand = await bazaar.call('POST', '/v1/government/demands', {
    token: buyer.token,
    body: {
      title: 'Stoles for the visitors’ hall',
      quantity: 5,
      consigneeId: consignee.personId,
      toPincode: '800001',
      deliveryDays: 30,
      estimate: inr(800_000),
      rail: 'pfms',
      budgetHead: '2052.00.090',
    },
  });
  transcript.step(buyer.name, `raises a demand for five stoles, estimated at ${rupees(demand.estimate)}`);
  const head = await bazaar.signIn('gov_primary_user');
  await bazaar.call('POST', `/v1/government/demands/${demand.id}/approval`, { token: head.token });
  await bazaar.state(buyer, `/v1/government/demands/${demand.id}`, 'approved');
  transcript.step(head.name, 'approves it; the payer blocks the funds', 'approved');
  return demand.id;
}

/** @param {Bazaar} bazaar @param {Signed} buyer @param {string} contractId */
async function paidBill(bazaar, buyer, contractId) {
  const { transcript } = bazaar;
  const bill = await bazaar.call('POST', '/v1/government/bills', { token: buyer.token, body: { contractId } });
  transcript.step(buyer.name, `raises the bill ${bill.number}`, rupees(bill.net));
  const drawing = await bazaar.signIn('gov_ddo');
  await bazaar.call('POST', `/v1/government/bills/${bill.id}/certification`, { token: drawing.token });
  transcript.step(drawing.name, 'certifies it');
  const paying = await bazaar.signIn('gov_pao');
  await bazaar.call('POST', `/v1/government/bills/${bill.id}/payment`, { token: paying.token });
  const paid = await bazaar.state(paying, `/v1/government/bills/${bill.id}`, 'paid');
  transcript.step(paying.name, "orders the payment; the payer's rail pays the weaver", `UTR ${paid.utr}`);
}
