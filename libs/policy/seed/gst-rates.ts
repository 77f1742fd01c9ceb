import { rupees } from '#platform/money';
import { json, type Evidence, type ParameterDefinition } from '../src/domain/definition.js';
import { gstRate, type GstRate } from '../src/domain/shapes.js';
import { from, known, read } from './evidence.js';

/** The day the national tax began, from which the earlier rate of each line is kept. Changes in between were not collected. */
const BEGAN = '2017-07-01';
/** The day the slabs were reduced to nil, 5 %, 18 % and 40 %. */
const REDUCED = '2025-09-22';

type Tiers = GstRate['tiers'];

const flat = (rate_bp: number): Tiers => [{ above_paise: null, upto_paise: null, rate_bp }];

/** One rate up to a price per piece, another above it. */
const step = (price_paise: bigint, rate_bp: number, above_bp: number): Tiers => [
  { above_paise: null, upto_paise: price_paise, rate_bp },
  { above_paise: price_paise, upto_paise: null, rate_bp: above_bp },
];

function line(
  goods: string,
  hsn: string[],
  kind: 'handicraft' | 'goods',
  before: Tiers,
  after: Tiers,
  evidence: Evidence,
): ParameterDefinition<GstRate> {
  const handicraft = kind === 'handicraft';
  const rule = before.length + after.length > 2 ? 'R-6.11' : 'R-6.10';
  return json(
    gstRate,
    rule,
    `Rate of goods and services tax on ${goods}.`,
    from(BEGAN, { hsn, handicraft, tiers: before }, evidence),
    from(REDUCED, { hsn, handicraft, tiers: after }, evidence),
  );
}

const craft = (goods: string, hsn: string[], before_bp: number, after_bp: number, evidence: Evidence) =>
  line(goods, hsn, 'handicraft', flat(before_bp), flat(after_bp), evidence);
const plain = (goods: string, hsn: string[], before_bp: number, after_bp: number, evidence: Evidence) =>
  line(goods, hsn, 'goods', flat(before_bp), flat(after_bp), evidence);

/** Handicrafts: predominantly made by hand, of artistic or traditional character, declared so by the maker. */
const handicrafts = {
  'gst.rate.candles': craft('handcrafted candles', ['3406'], 1_200, 500, read('S36')),
  'gst.rate.bags': craft(
    'handicraft handbags, pouches and jewellery boxes',
    ['420222', '420229', '420231', '420232', '420239'],
    1_200,
    500,
    read('S36'),
  ),
  'gst.rate.wood_carved': craft(
    'wooden frames and carved or decorative wood',
    ['4414', '4416', '44219990'],
    1_200,
    500,
    read('S36'),
  ),
  'gst.rate.wood_statuettes': craft('wooden statuettes, inlay and lac ware', ['4420'], 1_200, 500, read('S36')),
  'gst.rate.cork': craft('art ware of cork and sholapith', ['4503', '4504'], 1_200, 500, read('S36')),
  'gst.rate.basketware': craft(
    'mats and basketware of cane, bamboo and grass',
    ['4601', '4602'],
    500,
    500,
    read('S36'),
  ),
  'gst.rate.handmade_paper': craft('handmade paper', ['4802'], 1_200, 500, read('S36')),
  'gst.rate.toran': craft('torans and door hangings', ['560900'], 1_200, 500, read('S36')),
  'gst.rate.carpets_handicraft': craft(
    'handmade carpets and namda of handicraft character',
    ['57'],
    500,
    500,
    read('S36'),
  ),
  'gst.rate.lace_handicraft': craft(
    'handmade lace and hand-woven tapestry of handicraft character',
    ['580430', '5805'],
    500,
    500,
    read('S36'),
  ),
  'gst.rate.embroidery': craft(
    'handmade braids and hand-embroidered articles',
    ['580810', '5810'],
    500,
    500,
    read('S36'),
  ),
  'gst.rate.shawls': line(
    'handmade shawls, by price per piece',
    ['6117', '6214'],
    'handicraft',
    step(rupees(2_500), 500, 1_200),
    flat(500),
    read('S36'),
  ),
  'gst.rate.stone': craft('carved stone and stone inlay', ['6802', '68159990'], 1_200, 500, read('S36')),
  'gst.rate.pottery': craft(
    'terracotta tableware, blue pottery and ceramic statuettes',
    ['6912', '6913'],
    1_200,
    500,
    read('S36'),
  ),
  'gst.rate.glass': craft(
    'framed mirrors, glass statues and glass art ware',
    ['700992', '70189010', '7020'],
    1_200,
    500,
    read('S36'),
  ),
  'gst.rate.silver_filigree': craft('silver filigree', ['71131110'], 300, 300, read('S36')),
  'gst.rate.imitation_jewellery': craft('handmade imitation jewellery', ['7117'], 300, 300, read('S36')),
  'gst.rate.metal_art': craft(
    'art ware of iron, brass, copper and aluminium, bells and statuettes',
    ['73269099', '7419', '76169990', '8306'],
    1_200,
    500,
    read('S36'),
  ),
  'gst.rate.furniture_toys_paintings': craft(
    'bamboo and cane furniture, traditional toys and traditional paintings',
    ['9401', '9403', '9503', '9701'],
    1_200,
    500,
    known('S36b'),
  ),
};

/** Goods that need no handmade declaration. */
const goods = {
  'gst.rate.carpets': plain('handmade carpets and namda', ['57'], 1_200, 500, read('S36')),
  'gst.rate.lace': plain('handmade lace and hand-woven tapestry', ['580430', '5805'], 1_200, 500, read('S36')),
  'gst.rate.apparel': line(
    'apparel, by price per piece',
    ['61', '62'],
    'goods',
    step(rupees(1_000), 500, 1_200),
    step(rupees(2_500), 500, 1_800),
    known('S37'),
  ),
  'gst.rate.made_ups': line(
    'made-up textile articles, by price per piece',
    ['63'],
    'goods',
    step(rupees(1_000), 500, 1_200),
    step(rupees(2_500), 500, 1_800),
    known('S37'),
  ),
  'gst.rate.footwear': line(
    'footwear, by price per pair',
    ['64'],
    'goods',
    step(rupees(2_500), 1_200, 1_800),
    step(rupees(2_500), 500, 1_800),
    known(),
  ),
  'gst.rate.fabric': plain(
    'silk and cotton fabric and unstitched sarees',
    ['5007', '5208', '5209', '5210', '5211', '5212'],
    500,
    500,
    known(),
  ),
  'gst.rate.butter_ghee': plain('butter and ghee', ['0405'], 1_200, 500, read('S37')),
  'gst.rate.dry_fruit': plain('dried nuts and fruits other than tamarind', ['0802', '08'], 1_200, 500, read('S37')),
  'gst.rate.paneer': plain('packed paneer', ['0406'], 500, 0, read('S37')),
  'gst.rate.roti_khakhra': plain('roti and khakhra', ['1905'], 500, 0, read('S37')),
  'gst.rate.honey_tea_coffee_spices': plain(
    'packed honey, tea, coffee and spices',
    ['0409', '0902', '0901', '0904', '0905', '0906', '0907', '0908', '0909', '0910'],
    500,
    500,
    known(),
  ),
  'gst.rate.pickle': plain('pickles', ['2001'], 1_200, 500, known()),
  'gst.rate.namkeen': plain('namkeen', ['2106'], 1_200, 500, known()),
  'gst.rate.soap': plain('handmade soap', ['3401'], 1_800, 500, known()),
  'gst.rate.agarbatti': plain('agarbatti', ['330741'], 500, 500, known()),
  'gst.rate.brass_utensils': plain('brass utensils', ['7418'], 1_200, 500, known()),
  'gst.rate.locks': plain('locks', ['8301'], 1_800, 1_800, known()),
  'gst.rate.attar': plain('attar and perfume', ['3303'], 1_800, 1_800, known()),
  'gst.rate.earthen_pots': plain('earthen pots and clay lamps', ['691200'], 0, 0, known()),
};

/** The rate a listing names as its rate key, by goods and period (`gst.rate.…`). */
export const gstRates = { ...handicrafts, ...goods };
