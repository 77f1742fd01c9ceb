import { createBazaar } from './client.js';

/** A shopper looks around, picks something and orders it: `node example.js http://localhost:3000 [access token]`. */
const [, , baseUrl = 'http://localhost:3000', accessToken] = process.argv;
const bazaar = createBazaar({ baseUrl, token: () => accessToken });

const entries = await bazaar.GET('/v1/public/odop-entries', { params: { query: { district: 'bhagalpur', limit: 5 } } });
if (entries.error) throw new Error(`${entries.error.code}: ${entries.error.detail}`);
for (const entry of entries.data.items) console.log(`known for ${entry.product}`);

const listings = await bazaar.GET('/v1/public/listings', { params: { query: { text: 'stole', limit: 5 } } });
const [listing] = listings.data?.items ?? [];
const { data: goods, error: missing } = await bazaar.GET('/v1/public/listings/{id}', {
  params: { path: { id: listing?.id ?? '0192f0c1-2f4e-7d3b-8a51-6a2f6d1f0c11' } },
});
console.log(goods ? `found ${goods.title}` : `refused: ${missing?.code}`);

const cart = await bazaar.POST('/v1/buyer/carts');
const [offer] = goods?.offers ?? [];
if (cart.data && offer) {
  await bazaar.PUT('/v1/buyer/carts/{id}/lines/{offerId}', {
    params: { path: { id: cart.data.id, offerId: offer.id } },
    body: { quantity: 1 },
  });
  const placed = await bazaar.POST('/v1/buyer/orders', {
    params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
    body: {
      cartId: cart.data.id,
      shipTo: { name: 'Farah Test', mobile: '+919800000001', street: '1 Test Road', pincode: '800001' },
    },
  });
  console.log(placed.data ? `ordered for ${placed.data.total.paise} paise` : `refused: ${placed.error?.code}`);
} else console.log(`refused: ${cart.error?.code}`);
