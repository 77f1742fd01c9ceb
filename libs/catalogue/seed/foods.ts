import type { CategoryInput } from '../src/domain/category.js';
import { choice, grade, group, harvest, leavesOf, measure, organic, words, yesNo } from './category-seed.js';

const farm = leavesOf('agriculture', { quadrant: 'q4', isFood: true });
const made = leavesOf('food-processing', { quadrant: 'q4', isFood: true });
/** What self help groups make under names of their own: everybody lists it as a seller. */
const group5 = leavesOf('food-processing', { quadrant: 'q5', isFood: true });
const milk = leavesOf('dairy', { quadrant: 'q4', isFood: true });
const sea = leavesOf('marine', { quadrant: 'q4', isFood: true });

const form = choice('form', 'Form', ['whole', 'powder', 'flakes', 'dried', 'fresh', 'paste']);
const variety = words('variety', 'Variety', true);
const packing = choice('packing', 'Packing', ['pouch', 'jar', 'bottle', 'tin', 'box', 'vacuum', 'sack']);
const spice = ['honey_tea_coffee_spices'];
const salt = yesNo('added_salt', 'Salt added');
const sugar = yesNo('added_sugar', 'Sugar added');
const pressed = choice('pressing', 'Pressing', ['cold pressed', 'wood pressed', 'filtered', 'refined']);
const fat_pct = measure('fat_pct', 'Milk fat', '%', 0, 100, false);

export const foods: readonly CategoryInput[] = [
  group('agriculture', 'Farm produce', 'What fields, orchards and forests give, packed by their growers.'),
  farm('rice', 'Rice', 'Rice of a named variety.', { hsn: ['1006'], gstRateKeys: ['grain'] }, [
    variety,
    choice('milling', 'Milling', ['raw', 'parboiled', 'hand pounded', 'beaten', 'puffed']),
    measure('aged_months', 'Aged', 'months', 0, 60, false),
    organic,
  ]),
  farm(
    'millets',
    'Millets',
    'Ragi, bajra, jowar and small millets.',
    { hsn: ['1005', '1008'], gstRateKeys: ['grain'] },
    [variety, form, organic],
  ),
  farm('pulses', 'Pulses', 'Dried peas, beans and lentils.', { hsn: ['0713'], gstRateKeys: ['grain'] }, [
    variety,
    choice('cut', 'Cut', ['whole', 'split', 'split and husked']),
    organic,
  ]),
  farm('turmeric', 'Turmeric', 'Turmeric, whole or ground.', { hsn: ['0910'], gstRateKeys: spice }, [
    form,
    variety,
    measure('curcumin_pct', 'Curcumin', '%', 0, 12, false),
    organic,
  ]),
  farm('chilli', 'Chilli', 'Dried chilli, whole or ground.', { hsn: ['0904'], gstRateKeys: spice }, [
    form,
    variety,
    organic,
  ]),
  farm(
    'pepper-and-cardamom',
    'Pepper, cardamom and cloves',
    'Spices of the hills.',
    { hsn: ['0904', '0907', '0908'], gstRateKeys: spice },
    [form, grade, organic],
  ),
  farm(
    'ginger-and-garlic',
    'Ginger and garlic',
    'Dried or ground.',
    { hsn: ['0910', '0712'], gstRateKeys: ['honey_tea_coffee_spices', 'herbs'] },
    [form, organic],
  ),
  farm('saffron', 'Saffron', 'Stigmas of the saffron crocus.', { hsn: ['0910'], gstRateKeys: spice }, [
    words('grade', 'Grade', true),
    harvest,
    words('laboratory', 'Laboratory report'),
  ]),
  farm(
    'seed-spices',
    'Cumin, coriander and seed spices',
    'Seeds used as spice.',
    { hsn: ['0909', '0910'], gstRateKeys: spice },
    [form, variety, organic],
  ),
  farm('tea', 'Tea', 'Tea of a garden or a growers’ group.', { hsn: ['0902'], gstRateKeys: spice }, [
    choice('type', 'Type', ['black orthodox', 'black CTC', 'green', 'white', 'oolong']),
    grade,
    harvest,
    organic,
  ]),
  farm('coffee', 'Coffee', 'Coffee beans and ground coffee.', { hsn: ['0901'], gstRateKeys: spice }, [
    choice('species', 'Species', ['arabica', 'robusta', 'blend']),
    choice('roast', 'Roast', ['green', 'light', 'medium', 'dark']),
    form,
    organic,
  ]),
  farm('honey', 'Honey', 'Honey of wild or kept bees.', { hsn: ['0409'], gstRateKeys: spice }, [
    words('flower', 'Flower or forest', true),
    choice('kind', 'Kind', ['raw', 'filtered', 'processed']),
    organic,
  ]),
  farm('cashew', 'Cashew', 'Cashew kernels.', { hsn: ['0801'], gstRateKeys: ['dry_fruit'] }, [
    words('grade', 'Grade', true),
    choice('form', 'Form', ['whole', 'split', 'pieces']),
    salt,
  ]),
  farm(
    'makhana',
    'Makhana',
    'Fox nuts, raw or popped.',
    { hsn: ['0802', '0813', '2008'], gstRateKeys: ['dry_fruit', 'preserves'] },
    [words('grade', 'Grade', true), choice('form', 'Form', ['popped', 'roasted', 'seed']), salt],
  ),
  farm(
    'walnuts-and-almonds',
    'Walnuts, almonds and other nuts',
    'Nuts in shell or as kernels.',
    { hsn: ['0802'], gstRateKeys: ['dry_fruit'] },
    [variety, choice('form', 'Form', ['in shell', 'kernels']), harvest],
  ),
  farm(
    'dried-fruit',
    'Dried fruit',
    'Apricots, raisins, figs, dates and others.',
    { hsn: ['0804', '0806', '0813'], gstRateKeys: ['dry_fruit'] },
    [variety, sugar, organic],
  ),
  farm(
    'fresh-fruit',
    'Fresh fruit',
    'Fruit of the season.',
    { hsn: ['0803', '0804', '0805', '0806', '0807', '0808', '0809', '0810'], gstRateKeys: ['fresh_produce'] },
    [variety, grade, harvest, organic],
  ),
  farm('vegetables', 'Vegetables', 'Fresh vegetables and roots.', { hsn: ['07'], gstRateKeys: ['fresh_produce'] }, [
    variety,
    harvest,
    organic,
  ]),
  farm(
    'coconut',
    'Coconut',
    'Coconuts, copra and desiccated coconut.',
    { hsn: ['0801'], gstRateKeys: ['fresh_produce', 'dry_fruit'] },
    [choice('form', 'Form', ['fresh', 'dried', 'desiccated'])],
  ),
  farm('jaggery', 'Jaggery', 'Unrefined sugar of cane or palm.', { hsn: ['1701', '1702'], gstRateKeys: ['jaggery'] }, [
    choice('from', 'Made from', ['sugar cane', 'date palm', 'palmyra', 'coconut']),
    choice('form', 'Form', ['block', 'powder', 'liquid']),
    organic,
  ]),
  farm(
    'oilseeds',
    'Oilseeds',
    'Groundnut, sesame, mustard and others.',
    { hsn: ['1202', '1207'], gstRateKeys: ['oilseeds'] },
    [variety, organic],
  ),
  farm(
    'herbs-and-mushrooms',
    'Herbs and dried mushrooms',
    'Medicinal herbs, mushrooms and what forests give.',
    { hsn: ['0712', '1211'], gstRateKeys: ['herbs'] },
    [words('plant', 'Plant', true), form, organic],
  ),
  farm('arecanut-and-betel', 'Arecanut', 'Arecanut, dried.', { hsn: ['0802'], gstRateKeys: ['dry_fruit'] }, [
    words('grade', 'Grade', true),
    variety,
  ]),

  group('food-processing', 'Foods', 'Foods made and packed in kitchens, groups and small units.'),
  group5('pickles', 'Pickles', 'Pickles in oil, brine or sugar.', { hsn: ['2001'], gstRateKeys: ['pickle'] }, [
    words('main_part', 'Made of', true),
    words('oil', 'Oil'),
    packing,
  ]),
  group5(
    'papad-and-vadi',
    'Papad and vadi',
    'Sun-dried discs and dumplings.',
    { hsn: ['1905', '2106'], gstRateKeys: ['papad', 'namkeen'] },
    [words('main_part', 'Made of', true), packing],
  ),
  group5('namkeen', 'Namkeen and snacks', 'Savoury snacks.', { hsn: ['2106'], gstRateKeys: ['namkeen'] }, [
    words('main_part', 'Made of', true),
    words('oil', 'Fried in'),
    packing,
  ]),
  group5(
    'flour-and-sattu',
    'Flour and sattu',
    'Flours of grain, pulse and millet.',
    { hsn: ['1101', '1102', '1106'], gstRateKeys: ['flour'] },
    [words('main_part', 'Made of', true), choice('milling', 'Milling', ['stone', 'roller', 'hand']), organic],
  ),
  group5(
    'masala',
    'Masala mixes',
    'Ground and mixed spices.',
    { hsn: ['0910', '2103'], gstRateKeys: ['honey_tea_coffee_spices', 'preserves'] },
    [words('use', 'For', true), salt, packing],
  ),
  made('sweets', 'Sweets', 'Sweets of a town or district.', { hsn: ['1704', '2106'], gstRateKeys: ['sweetmeats'] }, [
    words('main_part', 'Made of', true),
    choice('fat', 'Fat', ['ghee', 'vegetable oil', 'none']),
    packing,
  ]),
  made(
    'bakery',
    'Biscuits, rusks and cakes',
    'Baked goods.',
    { hsn: ['1905'], gstRateKeys: ['bakery', 'roti_khakhra'] },
    [words('main_part', 'Flour', true), yesNo('egg', 'Contains egg', true), packing],
  ),
  made(
    'jams-and-squashes',
    'Jams, juices and squashes',
    'Fruit kept in sugar or pressed.',
    { hsn: ['2007', '2009'], gstRateKeys: ['preserves'] },
    [words('fruit', 'Fruit', true), measure('fruit_pct', 'Share of fruit', '%', 1, 100), sugar, packing],
  ),
  made(
    'chips-and-roasted',
    'Chips and roasted snacks',
    'Banana and other chips, roasted nuts and seeds.',
    { hsn: ['2008'], gstRateKeys: ['preserves'] },
    [words('main_part', 'Made of', true), words('oil', 'Fried in'), salt, packing],
  ),
  made(
    'sauces-and-chutneys',
    'Sauces and chutneys',
    'Sauces, chutneys and pastes.',
    { hsn: ['2103'], gstRateKeys: ['preserves'] },
    [words('main_part', 'Made of', true), packing],
  ),
  made('chocolate', 'Chocolate', 'Chocolate of Indian cocoa.', { hsn: ['1806'], gstRateKeys: ['chocolate'] }, [
    measure('cocoa_pct', 'Cocoa', '%', 1, 100),
    yesNo('milk', 'With milk'),
  ]),
  made(
    'edible-oils',
    'Edible oils',
    'Oils of mustard, groundnut, sesame, coconut and others.',
    { hsn: ['1507', '1508', '1512', '1513', '1514', '1515'], gstRateKeys: ['oils'] },
    [words('seed', 'Seed', true), pressed, packing],
  ),

  group('dairy', 'Dairy', 'Milk and what is made of it.'),
  milk(
    'ghee-and-butter',
    'Ghee and butter',
    'Clarified and churned butter.',
    { hsn: ['0405'], gstRateKeys: ['butter_ghee'] },
    [
      choice('milk', 'Milk', ['cow', 'buffalo', 'mixed']),
      choice('method', 'Method', ['churned curd', 'cream']),
      packing,
    ],
  ),
  milk(
    'paneer-and-cheese',
    'Paneer and cheese',
    'Fresh and ripened cheese.',
    { hsn: ['0406'], gstRateKeys: ['paneer'] },
    [choice('milk', 'Milk', ['cow', 'buffalo', 'goat', 'yak', 'mixed']), fat_pct, packing],
  ),
  milk('milk-powder', 'Milk powder', 'Dried milk.', { hsn: ['0402'], gstRateKeys: ['milk_powder'] }, [
    choice('milk', 'Milk', ['cow', 'buffalo', 'goat', 'camel', 'mixed']),
    fat_pct,
    packing,
  ]),

  group('marine', 'Fish and sea', 'What rivers, ponds and the sea give, dried, frozen or prepared.'),
  sea(
    'dried-fish',
    'Dried fish and prawns',
    'Fish and prawns dried or frozen.',
    { hsn: ['0305', '0306'], gstRateKeys: ['fish_dried'] },
    [words('species', 'Species', true), choice('form', 'Form', ['sun dried', 'smoked', 'frozen', 'salted']), packing],
  ),
  sea(
    'prepared-fish',
    'Prepared fish and prawns',
    'Fish pickle, canned and cooked fish.',
    { hsn: ['1604', '1605'], gstRateKeys: ['fish_prepared'] },
    [words('species', 'Species', true), packing],
  ),
  sea('seaweed', 'Seaweed', 'Seaweed, dried or ground.', { hsn: ['1212'], gstRateKeys: ['herbs'] }, [
    words('species', 'Species', true),
    form,
    packing,
  ]),
];
