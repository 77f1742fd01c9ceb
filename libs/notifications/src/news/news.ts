import type { News } from './about.js';
import { aboutCatalogue } from './catalogue.news.js';
import { aboutIdentity } from './identity.news.js';
import { aboutSellers } from './sellers.news.js';

const rows: readonly News[] = [...aboutIdentity, ...aboutSellers, ...aboutCatalogue];

/** Every piece of news that people are told of, by its name. */
export const news: ReadonlyMap<string, News> = new Map(rows.map((row) => [row.event, row]));
