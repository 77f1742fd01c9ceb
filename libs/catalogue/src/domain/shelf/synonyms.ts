import { shelfWords } from './shelf-words.js';

/** Words that mean the same goods or stuff, in English, Hindi and as the trade calls them. One line is one meaning. */
const meanings = `
saree sadi lugda
silk resham reshmi pattu
cotton suti sooti kapas
wool woollen oon ooni
shawl shaal
stole dupatta chunni odhni
scarf muffler
kurta kurti
dress suit
cloth fabric kapda kapra vastra textile
embroidery kadhai kasidakari
carpet rug kaleen kalin galicha
rug durrie dari
blanket kambal
quilt razai rajai
bedsheet chadar
towel gamchha
shoe footwear juta jutti mojari chappal sandal
leather chamda chamra
brass pital peetal
copper tamba
kansa bronze kansya
silver chandi rajat
gold sona
iron loha
metal dhatu
lock tala
scissors kainchi
knife chaku chhuri
lamp diya deepak dia
bell ghanti
idol murti statue moorti
sculpture murtikala
stone patthar pathar
marble sangmarmar
wood lakdi lakri kath kashtha wooden
bamboo bans baans
cane bet
toy khilona khilauna
doll gudiya putli
puppet kathputli
pottery mitti clay terracotta ceramic
pot matka ghada
glass kanch
bangle chudi churi
jewellery gehna jevar abhushan ornament
bead moti pearl
necklace haar mala
ring anguthi
painting chitra chitrakala
craft shilp hastashilp handicraft
weaving bunai handloom hathkargha
basket tokri dalia
mat chatai
jute pat
coir nariyal coconut
perfume attar itra ittar
incense agarbatti dhoop
soap sabun
spice masala
turmeric haldi
chilli mirch mirchi
coriander dhania
cumin jeera jira
ginger adrak
garlic lahsun
onion pyaz pyaaj
potato aalu alu
tomato tamatar
cardamom elaichi ilaichi
pepper kalimirch
saffron kesar
clove laung
honey shahad madhu
jaggery gud gur
sugar chini shakkar
rice chawal
wheat gehu gehun
flour atta aata
millet bajra jowar ragi mandua
maize makka corn
pulse dal daal
gram chana
oil tel
mustard sarson
sesame til
groundnut peanut moongphali mungfali
mango aam
banana kela
apple seb
orange santra narangi
lemon nimbu
guava amrud
pineapple ananas
litchi lichi
jackfruit kathal
pomegranate anar
grape angoor
gooseberry amla
tamarind imli
walnut akhrot
cashew kaju
almond badam
foxnut makhana
tea chai chay
coffee kofi
milk doodh dudh
ghee ghi
cheese paneer chhena
sweet mithai
pickle achar
papad papadam
fish machhli machli
prawn shrimp jhinga
flower phool phul
rose gulab
medicine dawa ayurved
paper kagaj kagaz
furniture farnichar
umbrella chhata
vadya instrument
drum dhol tabla
kite patang
bag thaila jhola
purse batua
mirror sheesha
lac lakh lah
`;

/** Word as it sounds → all that mean the same, itself among them. */
const byWord: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, string[]>();
  for (const line of meanings.trim().split('\n')) {
    const words = shelfWords(line);
    for (const word of words) found.set(word, [...new Set([...(found.get(word) ?? [word]), ...words])]);
  }
  return found;
})();

/** A word, as it sounds, and those that mean the same; itself first. */
export const sameMeaning = (word: string): readonly string[] => byWord.get(word) ?? [word];
