import type { CategoryInput } from '../src/domain/category.js';
import { choice, colour, dye, group, leavesOf, length_cm, measure, width_cm, words, yesNo } from './category-seed.js';

const fibre = choice('fibre', 'Fibre', [
  ...['cotton', 'mulberry silk', 'tussar silk', 'eri silk', 'muga silk', 'wool', 'pashmina', 'linen', 'jute'],
  ...['banana fibre', 'viscose', 'blend'],
]);
const weave = words('weave', 'Weave or pattern');
const blouse = yesNo('blouse_piece', 'With blouse piece');
const zari = choice('zari', 'Zari', ['none', 'real', 'tested', 'imitation'], false);
const size = choice('size', 'Size', ['XS', 'S', 'M', 'L', 'XL', 'XXL', 'free size', 'made to measure'], false);
const knots = measure('knots_per_sq_inch', 'Knots per square inch', 'knots', 1, 2_000, false);
const technique = choice('technique', 'Technique', [
  'hand block',
  'hand painted',
  'screen',
  'resist dyed',
  'embroidered',
]);

const woven = leavesOf('handloom', { quadrant: 'q6', isCraft: true });
const made = leavesOf('textiles', { quadrant: 'q4' });
const worked = leavesOf('textiles', { quadrant: 'q6', isCraft: true });

const cotton = ['5208', '5209', '5210', '5211', '5212'];

export const textiles: readonly CategoryInput[] = [
  group('handloom', 'Handloom', 'Cloth woven on a loom without power, and what is made of it.'),
  woven('silk-sarees', 'Silk sarees', 'Sarees of silk, woven by hand.', { hsn: ['5007'], gstRateKeys: ['fabric'] }, [
    ...[fibre, weave, length_cm, width_cm, blouse, zari, dye, colour],
  ]),
  woven(
    'cotton-sarees',
    'Cotton sarees',
    'Sarees of cotton or cotton blends.',
    { hsn: cotton, gstRateKeys: ['fabric'] },
    [...[fibre, weave, length_cm, width_cm, blouse, zari, dye, colour]],
  ),
  woven(
    'stoles-and-scarves',
    'Stoles and scarves',
    'Narrow cloths for neck and shoulder.',
    { hsn: ['5007', '6117', '6214', '6217'], gstRateKeys: ['fabric', 'shawls', 'apparel'] },
    [fibre, length_cm, width_cm, weave, dye, colour],
  ),
  woven(
    'shawls',
    'Shawls',
    'Wide cloths of wool, pashmina or silk, plain, woven or needle-worked.',
    { hsn: ['6117', '6214'], gstRateKeys: ['shawls', 'apparel'] },
    [fibre, length_cm, width_cm, weave, dye, colour],
  ),
  woven(
    'dupattas',
    'Dupattas',
    'Long scarves worn with suits.',
    { hsn: ['5007', '5208', '6214', '6217'], gstRateKeys: ['fabric', 'shawls', 'apparel'] },
    [fibre, length_cm, width_cm, weave, zari, colour],
  ),
  woven(
    'dress-material',
    'Dress material',
    'Unstitched cloth for suits, sold as a set.',
    { hsn: ['5007', ...cotton], gstRateKeys: ['fabric'] },
    [fibre, length_cm, width_cm, weave, dye, colour],
  ),
  woven(
    'handloom-fabric',
    'Handloom fabric',
    'Running cloth by the metre.',
    { hsn: ['5007', '5111', '5112', '5309', ...cotton], gstRateKeys: ['fabric', 'other_fabric'] },
    [fibre, width_cm, weave, dye, colour],
  ),
  woven(
    'khadi-fabric',
    'Khadi fabric',
    'Cloth of yarn spun by hand.',
    { hsn: ['5007', '5111', ...cotton], gstRateKeys: ['fabric', 'other_fabric'] },
    [fibre, width_cm, words('khadi_mark', 'Khadi Mark number'), dye, colour],
  ),
  woven(
    'dhotis-and-lungis',
    'Dhotis, mundus and lungis',
    'Unstitched lower garments.',
    { hsn: ['5007', '5208', '6211'], gstRateKeys: ['fabric', 'apparel'] },
    [fibre, length_cm, width_cm, weave, colour],
  ),
  woven(
    'towels-and-gamchhas',
    'Towels and gamchhas',
    'Cloths for bath, kitchen and shoulder.',
    { hsn: ['5208', '6302'], gstRateKeys: ['fabric', 'made_ups'] },
    [fibre, length_cm, width_cm, colour],
  ),
  woven(
    'bed-and-table-linen',
    'Bed and table linen',
    'Bed sheets, covers, cushions, curtains and table cloths.',
    { hsn: ['6301', '6302', '6303', '6304'], gstRateKeys: ['made_ups'] },
    [fibre, length_cm, width_cm, weave, dye, colour],
  ),
  woven(
    'durries',
    'Durries',
    'Flat-woven floor coverings.',
    { hsn: ['5702', '5705'], gstRateKeys: ['carpets', 'carpets_handicraft'] },
    [...[fibre, length_cm, width_cm, weave, dye, colour]],
  ),
  woven(
    'carpets',
    'Knotted carpets',
    'Carpets knotted by hand.',
    { hsn: ['5701'], gstRateKeys: ['carpets', 'carpets_handicraft'] },
    [...[fibre, length_cm, width_cm, knots, dye, colour]],
  ),
  woven(
    'namda',
    'Namda and felt rugs',
    'Rugs of felted wool, plain or embroidered.',
    { hsn: ['57'], gstRateKeys: ['carpets', 'carpets_handicraft'] },
    [...[fibre, length_cm, width_cm, dye, colour]],
  ),

  group('textiles', 'Textiles and garments', 'Cloth that is worked, stitched or made on powered machines.'),
  worked(
    'chikan-embroidery',
    'Chikan embroidery',
    'White and coloured thread work on fine cloth.',
    { hsn: ['5810', '6204', '6206', '6211'], gstRateKeys: ['embroidery', 'apparel'] },
    [fibre, words('stitches', 'Stitches used'), size, colour],
  ),
  worked(
    'zari-zardozi',
    'Zari and zardozi',
    'Metal-thread embroidery.',
    { hsn: ['5810', '6211', '6304'], gstRateKeys: ['embroidery', 'apparel', 'made_ups'] },
    [fibre, zari, colour],
  ),
  worked(
    'phulkari-kantha',
    'Phulkari, kantha and other embroidery',
    'Needle work of a region.',
    { hsn: ['5810', '6211', '6214', '6304'], gstRateKeys: ['embroidery', 'apparel', 'shawls', 'made_ups'] },
    [fibre, words('craft', 'Embroidery'), colour],
  ),
  worked(
    'block-print',
    'Block-printed textiles',
    'Cloth printed with carved blocks.',
    { hsn: ['5007', '5208', '5209', '6211', '6304'], gstRateKeys: ['fabric', 'apparel', 'made_ups'] },
    [fibre, technique, dye, length_cm, width_cm, colour],
  ),
  worked(
    'tie-and-dye',
    'Tie and dye',
    'Bandhani, leheriya, ikat yarn ties and their kin.',
    { hsn: ['5007', '5208', '6211', '6214'], gstRateKeys: ['fabric', 'apparel', 'shawls'] },
    [fibre, technique, dye, colour],
  ),
  worked(
    'kalamkari-batik',
    'Kalamkari and batik',
    'Cloth painted with the pen or with wax.',
    { hsn: ['5007', '5208', '6304'], gstRateKeys: ['fabric', 'made_ups'] },
    [fibre, technique, dye, length_cm, width_cm],
  ),
  worked(
    'applique-patchwork',
    'Appliqué and patchwork',
    'Cloth cut and sewn upon cloth.',
    { hsn: ['5810', '6304', '6307'], gstRateKeys: ['embroidery', 'made_ups'] },
    [fibre, length_cm, width_cm, colour],
  ),
  worked(
    'lace-and-crochet',
    'Lace and crochet',
    'Lace made by hand with needle, hook or bobbin.',
    { hsn: ['5804', '5805', '6304'], gstRateKeys: ['lace', 'lace_handicraft', 'made_ups'] },
    [fibre, length_cm, width_cm, colour],
  ),
  made(
    'readymade-garments',
    'Ready-made garments',
    'Stitched clothes of woven cloth.',
    { hsn: ['62'], gstRateKeys: ['apparel'] },
    [...[fibre, size, choice('wearer', 'For', ['women', 'men', 'girls', 'boys', 'infants', 'anybody']), colour]],
  ),
  made(
    'hosiery',
    'Hosiery and knitwear',
    'Knitted clothes, socks and caps.',
    { hsn: ['61'], gstRateKeys: ['apparel'] },
    [...[fibre, size, choice('wearer', 'For', ['women', 'men', 'girls', 'boys', 'infants', 'anybody']), colour]],
  ),
  made('quilts', 'Quilts and razais', 'Filled bed covers.', { hsn: ['9404'], gstRateKeys: ['quilts'] }, [
    ...[fibre, length_cm, width_cm, words('filling', 'Filling', true), colour],
  ]),
  made(
    'powerloom-fabric',
    'Powerloom fabric',
    'Running cloth of powered looms.',
    { hsn: ['5407', '5408', ...cotton], gstRateKeys: ['fabric', 'other_fabric'] },
    [fibre, width_cm, measure('gsm', 'Weight of the cloth', 'g/m²', 20, 1_000), colour],
  ),
  made(
    'wool-fabric',
    'Woollen fabric and blankets',
    'Cloth and blankets of wool.',
    { hsn: ['5111', '5112', '5113', '6301'], gstRateKeys: ['other_fabric', 'made_ups'] },
    [...[fibre, length_cm, width_cm, colour]],
  ),
  made(
    'jute-products',
    'Jute products',
    'Bags and other goods of jute.',
    { hsn: ['5310', '6305', '6307'], gstRateKeys: ['other_fabric', 'made_ups'] },
    [...[length_cm, width_cm, yesNo('laminated', 'Laminated'), colour]],
  ),
];
