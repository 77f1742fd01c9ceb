import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('catalogue', {
  listing_unknown: { status: 404, says: () => 'There is no such listing.' },
  offer_unknown: { status: 404, says: () => 'There is no such offer.' },
  media_unknown: { status: 404, says: () => 'There is no such picture.' },
  own_goods: {
    status: 403,
    rule: 'S-28',
    says: () => 'Nobody puts goods of her own shop on sale.',
    next: 'Let another officer of the desk decide.',
  },
  own_words: {
    status: 403,
    rule: 'S-28',
    says: () => 'Nobody approves goods she has described herself.',
    next: 'Let another officer of the desk decide, or wait until the office above sees them.',
  },
  seller_not_listing: {
    status: 409,
    rule: 'SM-3',
    says: (f: { state: string }) => `Only a verified maker lists goods; this one is ${f.state}.`,
    next: 'Finish the verification first.',
  },
  odop_entry_unknown: { status: 422, rule: 'R-4.6', says: () => 'There is no such ODOP entry.' },
  odop_entry_not_live: {
    status: 422,
    rule: 'SM-3',
    says: (f: { product: string }) => `${f.product} takes no new listings now.`,
    next: 'Choose an ODOP entry that is live.',
  },
  odop_entry_of_other_district: {
    status: 422,
    rule: 'R-4.6',
    says: (f: { product: string; district: string }) =>
      `${f.product} belongs to ${f.district}, not to the maker's district.`,
    next: "Choose an entry of the maker's own district.",
  },
  category_unknown: { status: 404, says: () => 'There is no such category.' },
  category_slug_taken: {
    status: 409,
    rule: 'R-4.7',
    says: (f: { slug: string }) => `There is a category ${f.slug} already.`,
  },
  category_parent_unfit: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { parent: string }) => `${f.parent} is no group this category can stand in.`,
  },
  category_incomplete: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { category: string; faults: readonly string[] }) =>
      `${f.category} cannot be published: ${f.faults.join('; ')}.`,
  },
  category_closed: {
    status: 422,
    rule: 'R-4.6',
    says: (f: { category: string }) => `No goods can be put into the category ${f.category}.`,
    next: 'Choose one of the published categories that take goods.',
  },
  category_for_brands: {
    status: 422,
    rule: 'R-4.6',
    says: (f: { category: string }) => `${f.category} is for those who own its brands.`,
    next: 'Choose the category of what you make.',
  },
  hsn_not_for_category: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { hsn: string; category: string; covers: readonly string[] }) =>
      `${f.category} holds goods of ${f.covers.join(', ')}, not ${f.hsn}.`,
    next: 'Correct the HSN code, or choose another category.',
  },
  rate_not_for_category: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { key: string; category: string; keys: readonly string[] }) =>
      `Goods of ${f.category} are taxed by ${f.keys.join(' or ')}, not by ${f.key}.`,
  },
  odop_entry_needed: {
    status: 422,
    rule: 'R-4.6',
    says: (f: { category: string }) => `Goods of ${f.category} are listed under an ODOP entry of the maker's district.`,
    next: 'Name the ODOP entry, or choose a general category.',
  },
  discount_too_small: {
    status: 422,
    rule: 'R-2.11',
    says: (f: { label: string; discount_min_bp: number }) =>
      `The price of "${f.label}" must be at least ${f.discount_min_bp / 100} % below its MRP in this category.`,
  },
  parameter_unfit: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { key: string; why: string }) => `The answer to ${f.key} does not fit: ${f.why}.`,
  },
  listing_closed: {
    status: 409,
    rule: 'SM-3',
    says: (f: { state: string }) => `The listing is ${f.state}: it cannot be rewritten now.`,
  },
  listing_has_promises: {
    status: 409,
    rule: 'SM-3',
    says: (f: { pieces: number; until: string }) =>
      `${f.pieces} pieces are promised to orders or contracts nobody has paid or accepted yet, until ${f.until} at the latest.`,
    next: 'Pause the goods: nobody orders any more. Retire them when these are paid, accepted or let go.',
  },
  listing_not_on_sale: {
    status: 409,
    rule: 'SM-3',
    says: (f: { state: string }) => `The goods are ${f.state}: only goods on sale are changed this way.`,
    next: 'Write them anew and put them before the officer.',
  },
  change_waits: {
    status: 409,
    rule: 'SM-3',
    says: () => 'A new version of these goods waits for the desk.',
    next: 'Decide on it, or let its maker withdraw it.',
  },
  change_unknown: { status: 404, says: () => 'There is no such change of goods.' },
  change_decided: { status: 409, rule: 'SM-3', says: () => 'This change was decided already.', next: 'Read it again.' },
  report_waits: {
    status: 409,
    rule: 'SM-3',
    says: () => 'You have reported these goods already; nobody has decided yet.',
    next: 'Wait for the answer.',
  },
  too_many_reports: {
    status: 429,
    rule: 'SM-3',
    says: (f: { waiting_max: number; day_max: number }) =>
      `A person reports up to ${f.day_max} goods in 24 hours, and has up to ${f.waiting_max} reports waiting.`,
    next: 'Wait for the answers to those you made.',
  },
  report_unknown: { status: 404, says: () => 'No such report lies on your desk.' },
  report_decided: { status: 409, rule: 'SM-3', says: () => 'This report was decided already.', next: 'Read it again.' },
  own_report: {
    status: 403,
    rule: 'S-28',
    says: () => 'Nobody decides on her own report.',
    next: 'Let another officer of the desk decide.',
  },
  block_not_appealable: {
    status: 409,
    rule: 'SM-3',
    says: (f: { state: string }) => `The goods are ${f.state}: there is no decision of an officer to appeal against.`,
    next: 'Where a licence ended, hand in the new one.',
  },
  block_appeal_made: {
    status: 409,
    rule: 'R-3.18',
    says: () => 'There was an appeal against this block already.',
    next: 'Put right what is asked for and send the goods in again.',
  },
  block_appeal_unknown: { status: 404, says: () => 'No such appeal lies on your desk.' },
  block_appeal_decided: { status: 409, rule: 'R-3.18', says: () => 'This appeal was decided already.' },
  block_own_decision: {
    status: 403,
    rule: 'S-28',
    says: () => 'You upheld the report; another officer decides on the appeal.',
  },
  price_above_mrp: {
    status: 422,
    rule: 'R-2.11',
    says: (f: { label: string }) => `The price of "${f.label}" is above its MRP.`,
    next: 'Lower the price, or correct the MRP to what is printed on the pack.',
  },
  price_rise_needs_review: {
    status: 422,
    rule: 'SM-3',
    says: (f: { rise_max_bp: number }) => `A price may rise by ${f.rise_max_bp / 100} % without a review.`,
    next: 'Choose a lower price, or ask the desk for it with a change of the goods.',
  },
  hsn_malformed: {
    status: 422,
    rule: 'R-4.27',
    says: (f: { hsn: string; fault: string; why: string }) => `The HSN code ${f.hsn} cannot be right: ${f.why}.`,
  },
  rate_unknown: { status: 422, rule: 'R-6.10', says: (f: { key: string }) => `There is no tax rate line ${f.key}.` },
  rate_not_for_hsn: {
    status: 422,
    rule: 'R-6.10',
    says: (f: { key: string; hsn: string; covers: readonly string[] }) =>
      `The tax rate line ${f.key} covers ${f.covers.join(', ')}, not ${f.hsn}.`,
  },
  rate_needs_handmade: {
    status: 422,
    rule: 'R-6.10',
    says: (f: { key: string }) =>
      `The handicraft rate ${f.key} needs the maker's declaration that the piece is handmade.`,
    next: 'Declare it handmade, or choose the ordinary rate.',
  },
  quantity_range_empty: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { label: string }) => `The smallest order of "${f.label}" is larger than its largest.`,
  },
  offer_label_twice: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { label: string }) => `Two variants are called "${f.label}".`,
  },
  offer_terms_unfit: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { label: string; why: string }) => `The terms of "${f.label}" do not fit: ${f.why}.`,
  },
  offer_code_taken: {
    status: 409,
    rule: 'STD-6.3',
    says: (f: { code: string }) => `Other goods of yours have the number ${f.code} already.`,
    next: 'Give each kind of goods a number of its own.',
  },
  gtin_malformed: {
    status: 422,
    rule: 'STD-6.3',
    says: (f: { gtin: string }) => `${f.gtin} is no GTIN: its last digit does not check the others.`,
    next: 'Copy it from the bar code, or leave it out: handmade goods need none.',
  },
  goods_prohibited: {
    status: 422,
    rule: 'R-9.9',
    says: (f: { word: string; why: string }) => `"${f.word}" speaks of goods nobody may sell: ${f.why}.`,
    next: 'If it is a colour or a likeness, say so.',
  },
  category_missing: {
    status: 422,
    rule: 'R-4.7',
    says: () => 'Goods are put on sale in a category.',
    next: 'Choose the category they belong to.',
  },
  parameters_missing: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { missing: readonly string[] }) => `The category also asks for: ${f.missing.join(', ')}.`,
  },
  declarations_missing: {
    status: 422,
    rule: 'R-9.6',
    says: (f: { missing: readonly string[] }) => `The law also asks for ${f.missing.join('; ')}.`,
  },
  toy_unproved: {
    status: 422,
    rule: 'R-9.9',
    says: () => 'Toys need a BIS licence, unless a registered artisan makes them by hand or they carry a GI.',
    next: 'Add the licence among the marks of the goods.',
  },
  images_missing: {
    status: 422,
    rule: 'R-4.7',
    says: (f: { found: number; needed: number }) => `${f.needed} pictures are needed; ${f.found} are there.`,
  },
  image_unreadable: {
    status: 422,
    rule: 'S-58',
    says: () => 'This is no PNG, JPEG or WebP picture we can read.',
    next: 'Save the picture again as JPEG.',
  },
  image_too_large: {
    status: 422,
    rule: 'S-58',
    says: (f: { pixels_max: number }) => `The picture has more than ${f.pixels_max} pixels.`,
    next: 'Save it smaller.',
  },
  food_details_missing: {
    status: 422,
    rule: 'R-9.8',
    says: () => 'Food needs its mark (vegetarian or not), ingredients, allergens and best-before days.',
  },
  fssai_missing: {
    status: 422,
    rule: 'R-9.8',
    says: () => 'Food needs a valid FSSAI number among the papers of its maker.',
    next: 'Add the licence or registration to your papers.',
  },
  offer_not_for_sale: {
    status: 409,
    rule: 'SM-3',
    says: (f: { offerIds: readonly string[] }) => `Not for sale now: ${f.offerIds.join(', ')}.`,
    next: 'Take these out of the cart.',
  },
  out_of_stock: {
    status: 409,
    rule: 'S-4',
    says: (f: { lines: readonly { offerId: string; wanted: number; available: number }[] }) =>
      `Not enough in stock: ${f.lines.map((line) => `${line.offerId} has ${line.available}, ${line.wanted} wanted`).join('; ')}.`,
    next: 'Order fewer, or look again later.',
  },
  too_many_holds: {
    status: 429,
    rule: 'S-52',
    says: (f: { holds_max: number }) => `You already hold goods of ${f.holds_max} lines that are not paid yet.`,
    next: 'Pay or give up one of these orders first.',
  },
  stock_below_reserved: {
    status: 409,
    rule: 'S-4',
    says: (f: { reserved: number }) => `${f.reserved} pieces are promised to buyers: the stock cannot be less.`,
  },
  count_against_reason: {
    status: 422,
    rule: 'S-4',
    says: (f: { reason: string }) => `This count goes the other way than its reason, ${f.reason}.`,
    next: 'Give the reason that fits, or counted when none does.',
  },
  pairing_unknown: { status: 404, says: () => 'Nobody sells these goods beside their maker.' },
  pair_own_goods: {
    status: 409,
    rule: 'R-4.6',
    says: () => 'These goods are your own.',
    next: 'Change them where you described them.',
  },
  maker_not_selling: {
    status: 409,
    rule: 'R-4.6',
    says: () => 'Only goods of a verified maker are sold by others too.',
    next: 'Wait until their maker sells again.',
  },
  pairing_ended_by_maker: {
    status: 409,
    rule: 'R-4.6',
    says: () => 'The maker does not want these goods sold by you.',
    next: 'Speak with the maker; other goods are open to you.',
  },
  category_without_makers: {
    status: 422,
    rule: 'R-4.6',
    says: (f: { category: string }) => `In ${f.category} nobody sells beside another: each group lists its own goods.`,
    next: 'List what you make yourself.',
  },
  variant_unknown: {
    status: 422,
    rule: 'R-4.6',
    says: (f: { label: string }) => `The maker offers no variant ${f.label}.`,
    next: 'Name one of the variants on the page of the goods.',
  },
  still_in_stock: {
    status: 409,
    rule: 'S-4',
    says: () => 'This can be bought now: there is nothing to wait for.',
    next: 'Put it into your cart.',
  },
  wishes_too_many: {
    status: 429,
    rule: 'S-52',
    says: (f: { wishes_max: number }) => `You wait for ${f.wishes_max} goods already.`,
    next: 'Stop waiting for one of them first.',
  },
  location_unknown: { status: 404, says: () => 'You have no such place for goods.' },
  location_name_taken: {
    status: 409,
    rule: 'S-4',
    says: (f: { name: string }) => `Another of your places is called ${f.name}.`,
    next: 'Give this one a name of its own.',
  },
  locations_too_many: {
    status: 409,
    rule: 'S-4',
    says: (f: { locations_max: number }) => `You have ${f.locations_max} places for goods already.`,
    next: 'Give up one that is empty.',
  },
  location_is_first: {
    status: 409,
    rule: 'S-4',
    says: () => 'Your first place stays: goods lie there when nobody says where.',
    next: 'Change its name and its PIN code instead.',
  },
  location_not_empty: {
    status: 409,
    rule: 'S-4',
    says: (f: { pieces: number }) => `${f.pieces} pieces still lie there.`,
    next: 'Move or sell them first.',
  },
  too_few_to_move: {
    status: 409,
    rule: 'S-4',
    says: (f: { wanted: number; free: number }) => `${f.wanted} pieces cannot be moved: ${f.free} are free there.`,
    next: 'Move fewer; promised pieces stay where they are.',
  },
  move_to_same_place: {
    status: 422,
    rule: 'S-4',
    says: () => 'These pieces lie there already.',
    next: 'Name another place.',
  },
});
