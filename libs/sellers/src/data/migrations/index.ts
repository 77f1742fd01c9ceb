import { SellersAndTheirPapers1795000040000 } from './1795000040000-sellers-and-their-papers.js';

export const sellersMigrations = [SellersAndTheirPapers1795000040000];
