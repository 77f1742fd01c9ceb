import { httpConfig, publicUrl } from '#platform/http';

/** Where a guest follows her order: a page of the shop when it has an address (SHOP_URL), else what this service answers. @param link of the order */
export function followPage(link: string): string {
  const shop = httpConfig().SHOP_URL?.replace(/\/$/u, '');
  return shop === undefined ? `${publicUrl()}/v1/public/orders/${link}` : `${shop}/orders/${link}`;
}

/** Where a letter's reader ends letters of its kind: her mail program by one request here, she herself on a page. @param link of the letter */
export function endLettersAt(link: string): { oneClick: string; page: string } {
  const oneClick = `${publicUrl()}/v1/public/unsubscribe/${link}`;
  const shop = httpConfig().SHOP_URL?.replace(/\/$/u, '');
  return { oneClick, page: shop === undefined ? oneClick : `${shop}/unsubscribe/${link}` };
}
