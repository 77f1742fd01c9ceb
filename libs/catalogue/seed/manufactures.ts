import type { CategoryInput } from '../src/domain/category.js';
import {
  choice,
  colour,
  foodSafe,
  group,
  height_cm,
  leavesOf,
  length_cm,
  measure,
  width_cm,
  words,
  yesNo,
} from './category-seed.js';

const leaf = leavesOf('manufacturing', { quadrant: 'q4' });
const other = leavesOf('others', { quadrant: 'q4' });
/** What self help groups make under names of their own. */
const group5 = leavesOf('others', { quadrant: 'q5' });
const size = [length_cm, width_cm, height_cm];
const material = words('material', 'Material', true);
const standard = words('standard', 'Indian Standard it meets');
const skin = choice('skin', 'For', ['all skin', 'dry skin', 'oily skin', 'hair'], false);

export const manufactures: readonly CategoryInput[] = [
  group('manufacturing', 'Manufactured goods', 'Goods of the workshops and small industries a district is known for.'),
  leaf('locks', 'Locks', 'Locks and padlocks.', { hsn: ['8301'], gstRateKeys: ['locks'] }, [
    material,
    choice('kind', 'Kind', ['padlock', 'door lock', 'cupboard lock', 'cycle lock']),
    measure('levers', 'Levers', 'levers', 1, 12, false),
    standard,
  ]),
  leaf(
    'scissors',
    'Scissors and shears',
    'Scissors for tailor, kitchen and garden.',
    { hsn: ['8213'], gstRateKeys: ['scissors'] },
    [material, length_cm, words('use', 'For', true)],
  ),
  leaf('hand-tools', 'Farm tools', 'Hand tools for field and garden.', { hsn: ['8201'], gstRateKeys: ['hand_tools'] }, [
    material,
    words('tool', 'Tool', true),
    length_cm,
  ]),
  leaf(
    'utensils',
    'Kitchen utensils',
    'Steel, iron and aluminium ware.',
    { hsn: ['7323', '7615'], gstRateKeys: ['utensils'] },
    [material, measure('capacity_ml', 'Holds', 'ml', 1, 100_000, false), foodSafe],
  ),
  leaf(
    'ceramic-tableware',
    'Ceramic tableware',
    'Cups, plates and bowls of stoneware and bone china.',
    { hsn: ['6911', '6912'], gstRateKeys: ['tableware'] },
    [material, measure('capacity_ml', 'Holds', 'ml', 1, 100_000, false), foodSafe],
  ),
  leaf('glassware', 'Glassware', 'Glass for table and kitchen.', { hsn: ['7013'], gstRateKeys: ['glassware'] }, [
    measure('capacity_ml', 'Holds', 'ml', 1, 100_000),
    foodSafe,
    colour,
  ]),
  leaf('tiles', 'Tiles', 'Ceramic tiles for floor and wall.', { hsn: ['6907'], gstRateKeys: ['tiles'] }, [
    length_cm,
    width_cm,
    measure('thickness_mm', 'Thickness', 'mm', 2, 50),
    choice('surface', 'Surface', ['glazed', 'matt', 'polished']),
  ]),
  leaf(
    'sports-goods',
    'Sports goods',
    'Bats, balls, nets and other sports goods.',
    { hsn: ['9506'], gstRateKeys: ['sports'] },
    [words('sport', 'Sport', true), material, words('size', 'Size')],
  ),
  leaf(
    'bicycles',
    'Bicycles and parts',
    'Bicycles, cycle-rickshaws and parts.',
    { hsn: ['8712', '8714'], gstRateKeys: ['bicycles'] },
    [material, words('part', 'Bicycle or part', true), standard],
  ),
  leaf(
    'leather-goods',
    'Leather goods',
    'Bags, belts and saddlery of workshops.',
    { hsn: ['4202', '4205'], gstRateKeys: ['leather_goods', 'bags'] },
    [choice('leather', 'Leather', ['goat', 'sheep', 'buffalo', 'other', 'none']), colour, ...size],
  ),
  leaf('footwear', 'Footwear', 'Shoes and sandals.', { hsn: ['64'], gstRateKeys: ['footwear'] }, [
    material,
    measure('size_in', 'Size (India)', 'number', 1, 15),
    colour,
  ]),
  leaf(
    'furniture',
    'Wooden furniture',
    'Furniture of workshops.',
    { hsn: ['9403'], gstRateKeys: ['furniture', 'furniture_toys_paintings'] },
    [material, ...size],
  ),
  leaf(
    'engineering-goods',
    'Engineering goods',
    'Castings, fasteners, pumps, valves and machine parts.',
    { hsn: ['7318', '7325', '7326', '8413', '8481', '8483'], gstRateKeys: ['engineering'] },
    [material, words('part', 'Part', true), standard, yesNo('tested', 'With test report')],
  ),

  group('others', 'Fragrance, care and more', 'What fits no other shelf.'),
  group5('agarbatti', 'Incense', 'Incense sticks and cones.', { hsn: ['330741'], gstRateKeys: ['agarbatti'] }, [
    words('scent', 'Scent', true),
    measure('sticks', 'Sticks in a pack', 'sticks', 1, 1_000, false),
    yesNo('charcoal_free', 'Free of charcoal'),
  ]),
  group5('soap', 'Handmade soap', 'Soap made by hand.', { hsn: ['3401'], gstRateKeys: ['soap'] }, [
    words('oils', 'Oils', true),
    words('scent', 'Scent'),
    skin,
  ]),
  other('attar', 'Attar and perfume', 'Scents distilled in the old way.', { hsn: ['3303'], gstRateKeys: ['attar'] }, [
    words('flower', 'Flower or wood', true),
    yesNo('alcohol', 'Contains alcohol', true),
  ]),
  other(
    'essential-oils',
    'Essential oils',
    'Oils distilled of flowers, leaves and roots.',
    { hsn: ['3301'], gstRateKeys: ['essential_oils'] },
    [words('plant', 'Plant', true), choice('method', 'Method', ['steam', 'cold pressed', 'hydro-distilled'])],
  ),
  other(
    'skin-care',
    'Skin care',
    'Creams, packs and powders of herbs.',
    { hsn: ['3304'], gstRateKeys: ['cosmetics'] },
    [words('herbs', 'Herbs', true), skin, words('licence', 'Cosmetics licence number', true)],
  ),
  other(
    'ayurveda',
    'Ayurvedic preparations',
    'Preparations made under an AYUSH licence.',
    { hsn: ['3004'], gstRateKeys: ['ayurveda'] },
    [
      words('licence', 'AYUSH licence number', true),
      choice('form', 'Form', ['powder', 'tablet', 'oil', 'syrup', 'paste']),
    ],
  ),
  other('flowers', 'Flowers', 'Cut and dried flowers, garlands.', { hsn: ['0603'], gstRateKeys: ['fresh_produce'] }, [
    words('flower', 'Flower', true),
    choice('form', 'Form', ['fresh', 'dried']),
  ]),
];
