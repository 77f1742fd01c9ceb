/** What goods of a place are called: part of `district product`, the name, the name in Hindi. */
const lines = `
varanasi silk|Banarasi|बनारसी
kancheepuram silk|Kanjivaram|कांजीवरम
bhagalpur|Bhagalpuri|भागलपुरी
chanderi|Chanderi|चंदेरी
patola|Patan Patola|पाटन पटोला
ikkat patan|Patan Patola|पाटन पटोला
pochampalli|Pochampally|पोचमपल्ली
paithani|Paithani|पैठणी
ilkal|Ilkal|इलकल
baluchari|Baluchari|बालूचरी
sambalpuri bandha|Sambalpuri|संबलपुरी
bomkai|Bomkai|बोमकाई
kota doria|Kota Doria|कोटा डोरिया
dhaniakhali|Dhaniakhali|धनियाखाली
tangail|Tangail|टांगाइल
uppada|Uppada|उप्पाडा
venkatagiri|Venkatagiri|वेंकटगिरि
dharmavaram|Dharmavaram|धर्मावरम
gadwal|Gadwal|गडवाल
narayanpet|Narayanpet|नारायणपेट
mangalagiri|Mangalagiri|मंगलगिरि
molakalmuru|Molakalmuru|मोलकालमुरु
murshidabad|Murshidabad|मुर्शिदाबाद
moirang|Moirang Phee|मोइरांग फी
wangkhei|Wangkhei Phee|वांगखेई फी
ponduru|Ponduru|पोंदुरु
shawl-kullu|Kullu|कुल्लू
kani|Kani|कानी
leh pashmina|Ladakhi|लद्दाख़ी
basholi|Basohli|बसोहली
bhujodi|Bhujodi|भुजोड़ी
tangaliya|Tangaliya|टांगलिया
lucknow|Lucknowi|लखनवी
phulkari|Phulkari|फुलकारी
nakshi kantha|Nakshi Kantha|नक्शी कांथा
suja?ini|Sujani|सुजनी
sujni|Sujani|सुजनी
chamba rumal|Chamba|चंबा
bagh prints|Bagh|बाग
ajrakh|Ajrakh|अजरख
pen kalamkari|Srikalahasti|श्रीकालहस्ती
srikalahasthi|Srikalahasti|श्रीकालहस्ती
machilipatnam|Machilipatnam|मछलीपट्टनम
pedana|Pedana|पेडना
bandhani|Jamnagari|जामनगरी
soof embroidery|Soof|सूफ़
bhadohi|Bhadohi|भदोही
mirzapur carpet|Mirzapur|मिर्ज़ापुर
warangal durr|Warangal|वारंगल
srinagar|Kashmiri|कश्मीरी
madhub|Madhubani|मधुबनी
sikki|Sikki|सिक्की
warli|Warli|वारली
pattachitra|Pattachitra|पट्टचित्र
patachitra|Patachitra|पटचित्र
cheriyal|Cheriyal|चेरियाल
manjusha|Manjusha|मंजूषा
pithora painting|Pithora|पिथोरा
sohrai|Sohrai|सोहराय
aipan|Aipan|ऐपण
kangra painting|Kangra|कांगड़ा
basohli|Basohli|बसोहली
thanjavur handicraft|Thanjavur|तंजावुर
channapatna|Channapatna|चन्नपटना
kondapalli|Kondapalli|कोंडापल्ली
etikoppaka|Etikoppaka|एटिकोप्पका
kinhal|Kinhal|किन्हाल
bastar|Bastar|बस्तर
dokra|Bengal Dokra|बंगाल डोकरा
dhokra|Bastar|बस्तर
bida?ri|Bidri|बिदरी
pink enamel|Gulabi Meenakari|गुलाबी मीनाकारी
thewa|Thewa|थेवा
tarakashi|Cuttack Tarakasi|कटक तारकशी
filigree|Karimnagar|करीमनगर
moradabad|Moradabadi|मुरादाबादी
lock & hardware|Aligarh|अलीगढ़
firozabad|Firozabad|फ़िरोज़ाबाद
kannauj|Kannauj|कन्नौज
saharanpur|Saharanpur|सहारनपुर
sankheda|Sankheda|संखेड़ा
sadeli|Sadeli|सदेली
rosewood inlay|Mysuru|मैसूर
gorakhpur terracotta|Gorakhpur|गोरखपुर
bankura terracotta|Bankura|बाँकुड़ा
black pottery|Nizamabad|निज़ामाबाद
santiniketan|Santiniketan|शांतिनिकेतन
leather puppets|Nimmalakunta|निम्मलकुंटा
chau mask|Purulia Chau|पुरुलिया छऊ
madur|Madur|मादुर
sital|Sital Pati|शीतल पाटी
bobb?illi veena|Bobbili|बोब्बिली
narspur crochet|Narsapur|नरसापुर
darjeeling tea|Darjeeling|दार्जिलिंग
darjeeling honey|Darjeeling|दार्जिलिंग
orthodox tea|Assam|असम
kangra tea|Kangra|कांगड़ा
nilgiri tea|Nilgiri|नीलगिरि
araku|Araku|अराकू
kodagu|Coorg|कुर्ग
lakadong|Lakadong|लाकाडोंग
waigaon|Waigaon|वायगाँव
kandhamal|Kandhamal|कंधमाल
mizo|Mizo|मिज़ो
naga mircha|Naga|नागा
king chill|Naga|नागा
byadagi|Byadagi|ब्याडगी
guntur|Guntur|गुंटूर
dalle khursani|Dalle|डल्ले
katarni|Katarni|कतरनी
tulai panji|Tulaipanji|तुलाईपंजी
chakao|Chak-hao|चाक-हाओ
palakkadan matta|Palakkadan Matta|पालक्काड मट्टा
basmati|Basmati|बासमती
kalanamak|Kalanamak|कालानमक
makhana|Mithila|मिथिला
alphonso|Alphonso|हापुस
hafus|Alphonso|हापुस
kesar mango|Kesar|केसर
banaganapall|Banganapalle|बंगनापल्ली
jardalu|Jardalu|जर्दालू
litchi|Shahi|शाही
nagpur orange|Nagpur|नागपुर
saffron|Kashmiri|कश्मीरी
sundarban|Sundarban|सुंदरवन
kolhapur|Kolhapuri|कोल्हापुरी
silao|Silao|सिलाव
bikaneri|Bikaneri|बीकानेरी
ratlami|Ratlami|रतलामी
sikkim large cardamom|Sikkim|सिक्किम
solapur|Solapuri|सोलापुरी
tarkashi art|Mainpuri|मैनपुरी
moonj|Prayagraj|प्रयागराज
tripura|Tripura|त्रिपुरा
muga|Assam Muga|असम मूगा
`;

const known = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [part = '', en = '', hi = ''] = line.split('|');
    return { part: new RegExp(part, 'i'), en, hi };
  });

const find = (place: { district: string; product: string }) =>
  known.find((one) => one.part.test(`${place.district} ${place.product}`));

/** Whether goods of a place have a name of their own. */
export const isKnown = (place: { district: string; product: string }): boolean => find(place) !== undefined;

/** The name under which goods of a place are known, or else that of the district. @param place  district: its slug */
export function reputeOf(place: { district: string; product: string; districtName: string }): {
  en: string;
  hi: string | null;
} {
  const found = find(place);
  return found ? { en: found.en, hi: found.hi } : { en: place.districtName, hi: null };
}
