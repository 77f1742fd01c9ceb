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
  'gst.rate.papier_mache': craft('articles of papier-mâché', ['4823'], 500, 500, known('S36b')),
  'gst.rate.horn_and_bone': craft('carvings of horn, bone and shell', ['9601'], 1_200, 500, known('S36b')),
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
  'gst.rate.grain': plain('packed rice, millets and pulses', ['0713', '1005', '1006', '1008'], 500, 500, known()),
  'gst.rate.flour': plain('packed flour, meal and sattu', ['1101', '1102', '1106'], 500, 500, known()),
  'gst.rate.fresh_produce': plain(
    'fresh fruit, vegetables, coconuts and flowers',
    ['0603', '07', '0801', '0803', '0804', '0805', '0806', '0807', '0808', '0809', '0810'],
    0,
    0,
    known(),
  ),
  'gst.rate.oilseeds': plain('oilseeds', ['1202', '1207'], 500, 500, known()),
  'gst.rate.herbs': plain('herbs, dried mushrooms and seaweed', ['0712', '1211', '1212'], 500, 500, known()),
  'gst.rate.oils': plain('edible oils', ['1507', '1508', '1512', '1513', '1514', '1515'], 500, 500, known()),
  'gst.rate.jaggery': plain('packed jaggery and unrefined sugar', ['1701', '1702'], 500, 500, known()),
  'gst.rate.sweetmeats': plain('Indian sweets', ['1704', '2106'], 500, 500, known()),
  'gst.rate.papad': plain('papad', ['1905'], 0, 0, known()),
  'gst.rate.bakery': plain('biscuits, cakes and rusks', ['1905'], 1_800, 500, known()),
  'gst.rate.chocolate': plain('chocolate and cocoa preparations', ['1806'], 1_800, 500, known()),
  'gst.rate.preserves': plain(
    'jams, juices, sauces and prepared fruit, nuts and makhana',
    ['2007', '2008', '2009', '2103'],
    1_200,
    500,
    known(),
  ),
  'gst.rate.milk_powder': plain('milk powder', ['0402'], 500, 500, known()),
  'gst.rate.fish_dried': plain('packed fish and prawns, dried or frozen', ['0305', '0306'], 500, 500, known()),
  'gst.rate.fish_prepared': plain('prepared fish and prawns', ['1604', '1605'], 1_200, 500, known()),
  'gst.rate.other_fabric': plain(
    'fabric of wool, linen, jute and man-made fibre',
    ['5111', '5112', '5113', '5309', '5310', '5311', '5407', '5408'],
    500,
    500,
    known(),
  ),
  'gst.rate.leather_goods': plain('leather goods that are no handicraft', ['4202', '4205'], 1_800, 1_800, known()),
  'gst.rate.tableware': plain('ceramic tableware', ['6911', '6912'], 1_200, 500, known()),
  'gst.rate.glassware': plain('glassware for table and kitchen', ['7013'], 1_800, 1_800, known()),
  'gst.rate.tiles': plain('ceramic tiles', ['6907'], 1_800, 1_800, known()),
  'gst.rate.bangles': plain('bangles of glass or lac', ['7018', '7117'], 0, 0, known()),
  'gst.rate.jewellery': plain('jewellery and articles of gold and silver', ['7113', '7114'], 300, 300, known()),
  'gst.rate.instruments': plain('indigenous handmade musical instruments', ['92'], 0, 0, known()),
  'gst.rate.essential_oils': plain('essential oils', ['3301'], 1_800, 1_800, known()),
  'gst.rate.cosmetics': plain('skin-care preparations', ['3304'], 1_800, 1_800, known()),
  'gst.rate.ayurveda': plain('ayurvedic medicines', ['3004'], 1_200, 500, known()),
  'gst.rate.sports': plain('sports goods', ['9506'], 1_200, 500, known()),
  'gst.rate.bicycles': plain('bicycles and their parts', ['8712', '8714'], 1_200, 500, known()),
  'gst.rate.utensils': plain('utensils of steel, iron and aluminium', ['7323', '7615'], 1_200, 500, known()),
  'gst.rate.scissors': plain('scissors and shears', ['8213'], 1_800, 1_800, known()),
  'gst.rate.hand_tools': plain('agricultural hand tools', ['8201'], 0, 0, known()),
  'gst.rate.engineering': plain(
    'articles and machines of iron and steel',
    ['7318', '7325', '7326', '8413', '8481', '8483'],
    1_800,
    1_800,
    known(),
  ),
  'gst.rate.furniture': plain('wooden furniture', ['9403'], 1_800, 1_800, known()),
  'gst.rate.quilts': line(
    'quilts, by price per piece',
    ['9404'],
    'goods',
    step(rupees(1_000), 500, 1_200),
    step(rupees(2_500), 500, 1_800),
    known('S37'),
  ),
};

/** The rate a listing names as its rate key, by goods and period (`gst.rate.…`). */
export const gstRates = { ...handicrafts, ...goods };
