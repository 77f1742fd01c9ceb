/** What a seller is. The first five are the maker classes of the programme. @rule */
export const sellerClasses = [
  'artisan',
  'weaver',
  'shg',
  'fpo_company',
  'fpo_cooperative',
  'micro_small',
  'startup',
  'other',
] as const;
export type SellerClass = (typeof sellerClasses)[number];

const programmeClasses: ReadonlySet<SellerClass> = new Set([
  'artisan',
  'weaver',
  'shg',
  'fpo_company',
  'fpo_cooperative',
]);

/** Makers of the programme are known to their district; anybody else is reviewed by the platform. @rule SM-1 */
export const reviewedBy = (sellerClass: SellerClass): 'district' | 'platform' =>
  programmeClasses.has(sellerClass) ? 'district' : 'platform';
