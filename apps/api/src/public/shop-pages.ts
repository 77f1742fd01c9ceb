import { goodsSlug } from '#catalogue';
import { httpConfig, publicUrl } from '#platform/http';

/** What has a page of its own in the shop. */
export type ShopPage = 'goods' | 'district' | 'product' | 'category' | 'storefront';

/** Where the shop's own pages stand, under SHOP_URL. */
const pages: Record<ShopPage, string> = {
  goods: '/goods/',
  district: '/districts/',
  product: '/products/',
  category: '/categories/',
  storefront: '/storefronts/',
};
/** Without a shop of pages: the same things as this service answers them. */
const answers: Record<ShopPage, string> = {
  goods: '/v1/public/listings/by-slug/',
  district: '/v1/public/districts/',
  product: '/v1/public/odop-entries/',
  category: '/v1/public/categories/',
  storefront: '/v1/public/listings?storefront=',
};

/** Address of a page people look at: of the shop when it has an address (SHOP_URL), else of this service. */
export function shopPage(kind: ShopPage, slug: string): string {
  const shop = httpConfig().SHOP_URL?.replace(/\/$/u, '');
  return shop === undefined ? publicUrl() + answers[kind] + slug : shop + pages[kind] + slug;
}

export const goodsPage = (goods: { id: string; title: string }): string =>
  shopPage('goods', goodsSlug(goods.title, goods.id));

/** The beginning of the shop. */
export const shopHome = (): string => `${httpConfig().SHOP_URL?.replace(/\/$/u, '') ?? publicUrl()}/`;

export const pictureAddress = (mediaId: string): string => `${publicUrl()}/v1/public/media/${mediaId}`;

/** Rupees as the formats of the web want them: "1450.00". */
export const rupeesText = (paise: bigint): string => `${paise / 100n}.${String(paise % 100n).padStart(2, '0')}`;
