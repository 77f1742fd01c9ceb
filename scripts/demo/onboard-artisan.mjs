import { randomInt } from 'node:crypto';
import { wovenPicture } from './picture.mjs';
import { rupees } from './transcript.mjs';

/** @typedef {import('./bazaar.mjs').Bazaar} Bazaar */
/** @typedef {import('./bazaar.mjs').Signed} Signed */

/** @param {number} length */
const digits = (length) => Array.from({ length }, () => randomInt(10)).join('');

const papers = () => [
  { kind: 'authorised_person', persons: [{ name: 'Meena Devi', pan: 'AAAPD1234C' }] },
  { kind: 'pan', pan: 'AAAPD1234C', name: 'Meena Devi' },
  { kind: 'pehchan_card', number: `BR-${digits(8)}`, office: 'Bhagalpur' },
  { kind: 'gst', basis: 'exempt' },
  { kind: 'bank_account', holder: 'Meena Devi', account: `30${digits(8)}11`, ifsc: 'SBIN0001234' },
  { kind: 'land_border', declares: true },
];

/**
 * An artisan registers, applies, is approved by her district officer, and lists a piece of her district.
 * @param {Bazaar} bazaar
 * @returns {Promise<{ artisan: Signed, offerId: string }>}
 */
export async function onboardArtisan(bazaar) {
  const { transcript } = bazaar;
  transcript.chapter('An artisan comes in');
  const artisan = await registered(bazaar, 'Meena Devi');
  const application = await bazaar.call('POST', '/v1/seller/applications', {
    token: artisan.token,
    body: {
      class: 'artisan',
      name: 'Meena Devi Silk Works',
      district: 'bhagalpur',
      address: { line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' },
    },
  });
  const path = `/v1/seller/applications/${application.id}`;
  for (const body of papers()) await bazaar.call('POST', `${path}/evidence`, { token: artisan.token, body });
  await bazaar.call('POST', `${path}/submission`, { token: artisan.token, body: { consentNotice: 'en-1' } });
  transcript.step('Meena Devi', 'applies as an artisan of Bhagalpur with her papers');
  await bazaar.state(artisan, path, 'under_review');
  transcript.step('The machine', 'checks numbers and the bank account', 'under review');

  const officer = await bazaar.signIn('district_officer');
  const approval = { confirmed: ['pehchan_card'] };
  await bazaar.call('POST', `/v1/admin/sellers/${application.id}/approval`, { token: officer.token, body: approval });
  transcript.step(officer.name, 'looks at her card and vouches for her', 'verified');
  return { artisan, offerId: await listed(bazaar, artisan, officer) };
}

/** @param {Bazaar} bazaar @param {string} name */
async function registered(bazaar, name) {
  const account = { name, signIn: `9${digits(9)}`, password: `looms-${digits(10)}` };
  const asked = await bazaar.call('POST', '/v1/auth/registrations', {
    body: { ...account, language: 'hi', notice: '2026-11' },
  });
  const code = await bazaar.codeSent(asked.challengeId);
  await bazaar.call('POST', `/v1/auth/registrations/${asked.registrationId}/verification`, { body: { code } });
  bazaar.transcript.step(name, 'registers with her mobile and the code sent to it');
  return bazaar.signInAs(account);
}

/** @param {Bazaar} bazaar @param {Signed} artisan @param {Signed} officer */
async function listed(bazaar, artisan, officer) {
  const district = await bazaar.call('GET', '/v1/public/districts/bhagalpur');
  const images = [];
  for (const side of [600, 640, 680]) {
    const picture = wovenPicture(side);
    const { id } = await bazaar.call('POST', '/v1/seller/media', {
      token: artisan.token,
      body: picture,
      type: 'image/png',
    });
    images.push({ mediaId: id, alt: `tussar weave, ${side} pixels` });
  }
  const price = { paise: 145_000, currency: 'INR' };
  const draft = await bazaar.call('POST', '/v1/seller/listings', {
    token: artisan.token,
    body: {
      odopEntryId: district.odopEntries[0].id,
      category: 'stoles-and-scarves',
      parameters: [
        { key: 'fibre', value: 'tussar silk' },
        { key: 'length_cm', value: 200 },
        { key: 'width_cm', value: 70 },
      ],
      declarations: { consumerCare: { phone: '1800123456' } },
      title: 'Tussar stole',
      description: 'Hand-spun tussar, natural dye, woven in Champanagar.',
      commonName: 'stole',
      hsn: '50072010',
      gstRateKey: 'fabric',
      unit: 'piece',
      netQuantity: { value: 1, unit: 'piece' },
      handmade: 'handloom',
      weight_g: 250,
      images,
      offers: [{ label: 'natural', price, mrp: { paise: 160_000, currency: 'INR' }, stock: 20, leadDays: 5 }],
    },
  });
  await bazaar.call('POST', `/v1/seller/listings/${draft.id}/submission`, { token: artisan.token, body: {} });
  bazaar.transcript.step(
    artisan.name,
    `lists a tussar stole for ${rupees(price)}, tied to ${district.odopEntries[0].product}`,
  );
  await bazaar.call('POST', `/v1/admin/listings/${draft.id}/approval`, { token: officer.token, body: {} });
  bazaar.transcript.step(officer.name, 'approves it', 'live');
  return draft.offers[0].id;
}
