import { craftsOf, type Craft } from './craft.js';

const woven = craftsOf('cloth', 'handloom');
const silkCare = 'Dry clean the first time; then wash by hand in cold water with a mild soap. Keep folded in muslin.';
const cottonCare = 'Wash separately in cold water for the first three washes; dry in the shade.';
const woolCare = 'Dry clean, or wash by hand in cold water with a wool soap; dry flat. Keep with neem leaves.';

const silks =
  'mulberry silk|रेशम; tussar silk|तसर रेशम; silk and cotton|रेशम और सूत|blend; raw silk|कच्चा रेशम|mulberry silk';
const cottons = 'cotton|सूती; fine-count cotton|महीन सूती|cotton; slub cotton|गाँठदार सूती|cotton';
const buti =
  'peacock|मोर; paisley|कैरी; lotus|कमल; temple border|मंदिर किनारी; small flower buti|फूल बूटी; checks|चौखाना; stripes|धारी; fish|मछली; mango|आम; creeper|बेल; diamond ikat|इकत';

export const handloom: readonly Craft[] = [
  woven('silk-saree', 'silk-sarees', {
    under:
      /^(?!.*carpet).*(silk|saree|sari|paithani|patola|ikk?at|baluchari|jamdani|chanderi|patta|gadwal|handloom|moirang|kosa|banka|muga)/i,
    articles: [
      'saree|साड़ी|500720 fabric|4800-26000|750|630x115',
      'wedding saree|शादी की साड़ी|500720 fabric|14500-58000|950|630x118',
    ],
    stuffs: silks,
    how: 'woven on a pit loom with extra weft; woven on a frame loom with a jacquard; woven with three shuttles so that border and body interlock; tie-dyed in the yarn before weaving; brocaded by hand with fine zari',
    motifs: buti,
    notes: [
      'The yarn is degummed and dyed in small lots, so two sarees of one design differ a little in shade.',
      'Border and pallu are woven in, not stitched on; look at the reverse to see the floats cut by hand.',
      'One saree keeps two weavers busy for eight to twenty days.',
      'The zari is tested: a silver-coated copper thread over a silk core.',
    ],
    uses: 'weddings and festivals; evening wear; a gift to a bride; pujas and family functions',
    care: silkCare,
    answers: { zari: 'tested', blouse_piece: true },
    mark: 'silk_mark',
  }),
  woven('cotton-saree', 'cotton-sarees', {
    under:
      /cotton saree|saree|sari|tangail|jamdani|dhaniakhali|kota doria|ilkal|narayanpet|venkatagiri|uppada|mangalagiri|gauze|handloom|sambalpuri|lugda|bandar/i,
    articles: [
      'saree|साड़ी|520852 fabric|950-4200|520|600x115',
      'daily-wear saree|रोज़ की साड़ी|520852 fabric|650-1600|480|550x112',
    ],
    stuffs: cottons,
    how: 'woven on a fly-shuttle loom; woven on a pit loom with a starched warp; woven with an extra-weft jamdani pattern laid in by hand; woven in squares of cotton and silk',
    motifs: buti,
    notes: [
      'The warp is sized with rice starch, which washes out and leaves the cloth soft.',
      'The saree needs no lining and dries within an hour in the shade.',
      'Jamdani motifs are laid in with a second needle between two picks; the back is as clean as the front.',
      'The pallu carries three bands in the old manner of the district.',
    ],
    uses: 'summer days; office and college; everyday wear; teachers and nurses who stand all day',
    care: cottonCare,
    answers: { zari: 'none', blouse_piece: true },
    mark: 'handloom_mark',
  }),
  woven('shawl', 'shawls', {
    under:
      /shawl|pashmina|wool|kani|kullu|crewel|crewal|tangaliya|naga|chakhesang|handloom$|handloom and handicraft|kinnauri/i,
    articles: [
      'shawl|शॉल|621420 shawls|1800-9500|380|205x100',
      'men’s shawl|मर्दाना शॉल|621420 shawls|2600-12000|520|270x135',
    ],
    stuffs: 'wool|ऊन; pashmina|पश्मीना; merino wool|मेरिनो ऊन|wool; yak wool|याक ऊन|wool; angora and wool|अंगोरा ऊन|blend',
    how: 'woven in twill on a four-pedal loom; woven in kani with small wooden bobbins; embroidered with the needle along the border; woven in panels and joined by hand',
    motifs:
      'pine cone|चीड़; chinar leaf|चिनार पत्ती; geometric border|ज्यामितीय किनारी; paisley|कैरी; dots|दाना; stars|तारे; diamond|हीरा; plain weave|सादा',
    notes: [
      'The fleece is combed in spring, sorted by hand and spun on a charkha.',
      'A border of this kind is woven from a written code, line by line.',
      'The fine fibre measures fourteen to sixteen microns, which is why it does not scratch.',
      'New shawls are washed in the stream and beaten soft before they are cut from the loom.',
    ],
    uses: 'winter; ceremonies and felicitations; elders of the family; long journeys',
    care: woolCare,
    mark: 'wool_mark',
  }),
  woven('stole', 'stoles-and-scarves', {
    under:
      /^(?!.*carpet).*(silk|stole|scarf|shawl|handloom|phee|risha|muga|\beri\b|tasar|wool|pashmina|khurkul|bhagalpur)/i,
    articles: ['stole|स्टोल|621410 shawls|850-3600|160|200x70', 'scarf|दुपट्टा स्कार्फ|621410 shawls|550-1900|110|180x55'],
    stuffs: 'tussar silk|तसर रेशम; eri silk|एरी रेशम; muga silk|मूगा रेशम; wool|ऊन; mulberry silk|रेशम; linen|लिनन',
    how: 'woven on a throw-shuttle loom; hand-spun and woven in a twill; woven plain and dyed with lac and pomegranate rind; woven with a fringe twisted by hand',
    motifs: buti,
    notes: [
      'The cocoons are reeled on the thigh or on a small wheel, which gives the thread its slubs.',
      'Ends are knotted by hand into a short fringe.',
      'It is warm in the morning and light enough to fold into a handbag.',
    ],
    uses: 'office wear; travel; a gift that fits everybody; cool evenings',
    care: silkCare,
    mark: 'handloom_mark',
  }),
  woven('dupatta', 'dupattas', {
    under: /bandhani|phulkari|chanderi|kota|banarasi|silk|handloom|zari|textile/i,
    articles: ['dupatta|दुपट्टा|621410 shawls|750-4800|220|250x95'],
    stuffs: 'silk and cotton|रेशम और सूत|blend; mulberry silk|रेशम; cotton|सूती',
    how: 'woven sheer with a zari edge; tied and dyed dot by dot; woven in small checks; embroidered along all four sides',
    motifs: buti,
    notes: [
      'It is long enough to be worn over both shoulders.',
      'The edges are rolled and hemmed by hand.',
      'The weave is open, so the cloth falls softly and does not crush.',
    ],
    uses: 'plain suits; festivals; bridal baskets; dance',
    care: silkCare,
    answers: { zari: 'imitation' },
    mark: 'handloom_mark',
  }),
  woven('dress-material', 'dress-material', {
    under: /dress|fabric|mekhla|handloom|maheshwar|ikk?at|kosa|salwar|textile products/i,
    articles: [
      'unstitched suit set|बिना सिला सूट|520852 fabric|1250-5200|650|500x112|set 1',
      'kurta length|कुर्ते का कपड़ा|520852 fabric|550-1800|300|250x112',
      'mekhela chador|मेखला चादर|500720 fabric|3200-16000|600|280x105|set 1',
    ],
    stuffs: 'cotton|सूती; tussar silk|तसर रेशम; silk and cotton|रेशम और सूत|blend; linen|लिनन',
    how: 'woven on a fly-shuttle loom; tied in the yarn and woven to a pattern; woven with an extra weft border; woven in fine stripes',
    motifs: buti,
    notes: [
      'The set holds cloth for the shirt, the trousers and a dupatta.',
      'The cloth has been washed once, so it will not shrink at the tailor’s.',
      'Length and width are measured after washing.',
    ],
    uses: 'tailored suits; college wear; office wear; school events',
    care: cottonCare,
    mark: 'handloom_mark',
  }),
  woven('running-cloth', 'handloom-fabric', {
    under: /fabric|shirting|handloom|textiles?$|weaving|kosa|\beri\b|ikk?at/i,
    articles: [
      'fabric by the metre|कपड़ा मीटर में|520851 fabric|220-950|180|100x112|metre 1',
      'shirting|शर्ट का कपड़ा|520851 fabric|280-780|170|100x91|metre 1',
    ],
    stuffs: 'cotton|सूती; eri silk|एरी रेशम; linen|लिनन; tussar silk|तसर रेशम',
    how: 'woven on a frame loom; woven from yarn dyed in the hank; woven in a basket weave; woven with a double ikat stripe',
    motifs: buti,
    notes: [
      'The cloth is sold by the metre, cut from one length as far as the roll goes.',
      'Selvedges are clean on both sides.',
      'Thread count and width are noted on each roll.',
    ],
    uses: 'shirts and kurtas; curtains; cushion covers; school uniforms',
    care: cottonCare,
    mark: 'handloom_mark',
  }),
  woven('khadi', 'khadi-fabric', {
    under: /khadi|handloom|bawan booti|textile|kosa|muslin|ponduru/i,
    articles: [
      'khadi cloth|खादी कपड़ा|520851 fabric|260-880|190|100x91|metre 1',
      'muslin khadi|मलमल खादी|520851 fabric|480-1400|120|100x112|metre 1',
    ],
    stuffs: 'cotton|सूती; mulberry silk|रेशम; wool|ऊन',
    how: 'spun on an amber charkha and woven by hand; spun by hand with the fin of a river fish and woven plain; woven from hand-spun yarn of eighty counts',
    motifs: 'plain weave|सादा; stripes|धारी; checks|चौखाना; buti|बूटी',
    notes: [
      'Both warp and weft are spun by hand.',
      'It grows softer with each wash and keeps cool in summer and warm in winter.',
      'The spinners are paid by the hank.',
    ],
    uses: 'kurtas and jackets; school and office uniforms; handkerchiefs; national days',
    care: cottonCare,
    answers: { khadi_mark: 'KVIC demo certificate' },
    mark: 'khadi_mark',
  }),
  woven('dhoti', 'dhotis-and-lungis', {
    under: /dhoti|lung|mundu|cotton|handloom products|handloom$|fanek|patta|textiles?$/i,
    articles: [
      'dhoti|धोती|520852 fabric|450-1900|320|370x125',
      'lungi|लुंगी|520852 fabric|250-680|260|200x120',
      'set mundu|मुंडु|520852 fabric|900-2600|420|280x115|set 1',
    ],
    stuffs: cottons,
    how: 'woven with a narrow zari border; woven in checks of dyed yarn; woven unbleached with a coloured edge',
    motifs: 'zari border|ज़री किनारी; checks|चौखाना; red edge|लाल किनारी; temple border|मंदिर किनारी',
    notes: ['The cloth is unbleached and turns white with washing.', 'It is woven in one width, without a seam.'],
    uses: 'temple visits; festivals; everyday wear at home; weddings',
    care: cottonCare,
    mark: 'handloom_mark',
  }),
  woven('towel', 'towels-and-gamchhas', {
    under: /towel|gamch|terry|risha|handloom|textile|plain lungis/i,
    articles: [
      'gamchha|गमछा|520852 fabric|120-320|140|180x70',
      'bath towel|तौलिया|630260 made_ups|260-720|420|150x75',
      'kitchen towel set|रसोई तौलिये|630260 made_ups|240-520|260|60x40|set 3',
    ],
    stuffs: 'cotton|सूती',
    how: 'woven on a fly-shuttle loom; woven in terry loops; woven in honeycomb',
    motifs: 'checks|चौखाना; stripes|धारी; honeycomb|मधुछत्ता; red border|लाल किनारी',
    notes: [
      'It drinks water from the first use and dries quickly.',
      'Colours are fast; the first wash shows hardly any bleeding.',
    ],
    uses: 'bath and beach; kitchens; farm work in the sun; gifts to guests',
    care: 'Machine wash warm; dry in the sun.',
    mark: 'handloom_mark',
  }),
  woven('bed-linen', 'bed-and-table-linen', {
    under: /bedsheet|bed ?sheet|furnishing|made ?ups|home|handloom|jacquard|linen|bawan|textile/i,
    articles: [
      'bed sheet with two pillow covers|चादर और तकिया गिलाफ़|630419 made_ups|850-2900|1200|270x240|set 1',
      'table runner|मेज़ की पट्टी|630492 made_ups|420-1200|260|180x40',
      'cushion covers|गद्दी के गिलाफ़|630492 made_ups|480-1500|420|40x40|set 5',
      'curtain|पर्दा|630391 made_ups|650-1900|620|215x115',
    ],
    stuffs: 'cotton|सूती; linen|लिनन; eri silk|एरी रेशम',
    how: 'woven on a wide frame loom; woven with a dobby border; woven in a herringbone twill; woven with fifty-two small motifs in the weave',
    motifs:
      'checks|चौखाना; stripes|धारी; lotus|कमल; herringbone|मछली काँटा; diamond|हीरा; creeper|बेल; jacquard rose|गुलाब',
    notes: [
      'The cloth is woven in full width, so there is no seam in the middle.',
      'Hems are turned twice and stitched with cotton thread.',
      'Sets are cut from one roll, so the shades agree.',
    ],
    uses: 'double beds; guest houses; dining tables; living rooms',
    care: 'Machine wash at 30 degrees; iron while damp.',
    mark: 'handloom_mark',
  }),
  woven('knotted-carpet', 'carpets', {
    under: /carpet/i,
    articles: [
      'carpet|कालीन|570110 carpets|9500-68000|9500|180x120',
      'small rug|छोटा कालीन|570110 carpets|3800-14000|3400|90x60',
      'runner carpet|लंबा कालीन|570110 carpets|8500-32000|6800|240x75',
    ],
    stuffs: 'wool|ऊन; silk on cotton|रेशम|mulberry silk; wool and silk|ऊन और रेशम|blend',
    how: 'knotted row by row from a talim; knotted on a vertical loom; tufted and cut by hand',
    motifs:
      'tree of life|जीवन वृक्ष; central medallion|तुरंज; hunting scene|शिकार; vase and flowers|गुलदान; Persian garden|बाग़; boteh|कैरी',
    notes: [
      'A weaver ties six to eight thousand knots in a day.',
      'When the last row is tied the carpet is washed, stretched and shorn.',
      'The pile is of hand-carded yarn; the foundation is cotton.',
      'Knots are counted on the back of the carpet.',
    ],
    uses: 'living rooms; offices; bedside; prayer',
    care: 'Vacuum along the pile; turn once a year; wash by a specialist.',
    answers: { knots_per_sq_inch: 180 },
  }),
  woven('durrie', 'durries', {
    under: /durr|dari|dhurrie|panja|carpets?$|handloom and handicraft/i,
    articles: [
      'durrie|दरी|570299 carpets|950-6800|2600|180x120',
      'yoga mat|योग दरी|570299 carpets|650-1500|1100|180x60',
      'floor runner|लंबी दरी|570299 carpets|900-2800|1700|240x60',
    ],
    stuffs: 'cotton|सूती; wool|ऊन; jute|जूट',
    how: 'beaten tight with the iron panja; woven on a horizontal floor loom; woven in interlocked blocks of colour',
    motifs: 'stripes|धारी; diamond|हीरा; stepped triangle|सीढ़ी त्रिकोण; peacock|मोर; checks|चौखाना',
    notes: [
      'Both sides can be used.',
      'The weft is beaten down with a five-fingered iron comb, the panja, from which the craft has its name.',
      'It lies flat without a backing and rolls up small.',
    ],
    uses: 'living rooms; prayer and yoga; dormitories; verandas',
    care: 'Shake out; wash by hand in cold water; dry flat.',
  }),
  woven('felt-rug', 'namda', {
    under: /namda|wool|felt|handloom and handicraft|carpet/i,
    hand: 'handmade',
    articles: ['namda|नमदा|570500 carpets|1200-5400|2100|150x90'],
    stuffs: 'wool|ऊन',
    how: 'felted in layers with soap and water; felted and embroidered with the awl',
    motifs: 'tree of life|जीवन वृक्ष; sun|सूरज; flower border|फूल किनारी; birds|पक्षी',
    notes: [
      'Wool is spread in layers, wetted, rolled in a mat and trodden for hours until it felts.',
      'Coloured pieces are cut and felted in, so the pattern cannot come off.',
    ],
    uses: 'cold floors; children’s rooms; wall hangings',
    care: 'Brush; air in the shade; do not machine wash.',
  }),
];
