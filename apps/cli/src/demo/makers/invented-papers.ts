import { gstinCheckCharacter, readCin } from '#platform/identifiers';
import { needOf, type Evidence, type EvidenceKind, type SellerClass } from '#sellers';
import type { InventedMaker } from './invented-makers.js';

/** Where a maker is at home, as her papers name it. */
export interface Home {
  slug: string;
  district: string;
  /** Of ISO 3166-2, 'IN-BR'. */
  stateCode: string;
  gstCode: string;
}

/** Fourth letter of the PAN: what its holder is. */
const holders: Readonly<Record<SellerClass, string>> = {
  artisan: 'P',
  weaver: 'P',
  shg: 'A',
  fpo_company: 'C',
  fpo_cooperative: 'A',
  micro_small: 'P',
  startup: 'C',
  other: 'C',
};
const trades: Readonly<Record<SellerClass, string>> = {
  artisan: 'Crafts',
  weaver: 'Handlooms',
  shg: 'Self Help Group',
  fpo_company: 'Producer Company',
  fpo_cooperative: 'Producers Co-operative',
  micro_small: 'Works',
  startup: 'Labs',
  other: 'Enterprise',
};
const bearers = 3;

const surnameOf = (maker: InventedMaker): string => maker.owner.name.split(' ')[1]!;
const isPerson = (maker: InventedMaker): boolean => holders[maker.class] === 'P';
const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** What stands on her shop, with the word that nobody can take it for a real one. */
export const shopName = (maker: InventedMaker): string => `${surnameOf(maker)} Invented ${trades[maker.class]}`;

/** Digits from 1001 on: those from 9001 mean trouble to the simulated registers. */
const panOf = (letters: string, holder: string, name: string, number: number): string =>
  `${letters}${holder}${name[0]!.toUpperCase()}${1000 + number}D`;

/** Every paper her class must show. Numbers have the right form and belong to nobody. @rule */
export function inventedPapers(maker: InventedMaker, home: Home): Evidence[] {
  const holder = isPerson(maker) ? maker.owner.name : shopName(maker);
  const pan = panOf('DMO', holders[maker.class], isPerson(maker) ? surnameOf(maker) : holder, maker.number);
  const papers: Evidence[] = [
    { kind: 'authorised_person', persons: personsOf(maker) },
    { kind: 'pan', pan, name: holder },
    { kind: 'pehchan_card', number: `DEMO-AC-${padded(maker.number, 4)}`, office: home.district },
    { kind: 'weaver_id', number: `DEMO-HL-${padded(maker.number, 4)}`, office: home.district },
    { kind: 'shg_code', code: `DEMO-SHG-${padded(maker.number, 4)}`, federation: `${home.district} Demo Federation` },
    registrationOf(maker, home),
    { kind: 'producer_register', members: 10 + (maker.number % 90), districts: [home.slug] },
    { kind: 'dpiit', number: `DIPP${10_000 + maker.number}` },
    gstOf(maker, home, pan),
    { kind: 'bank_account', holder, account: `90${padded(maker.number, 7)}11`, ifsc: 'SBIN0001234' },
    { kind: 'land_border', declares: true },
  ];
  // Whoever is incorporated, as her PAN says, shows her registration too.
  const wants = (kind: EvidenceKind): boolean =>
    needOf(kind, maker.class) === 'M' || (kind === 'registration' && holders[maker.class] === 'C');
  return papers.filter((paper) => wants(paper.kind));
}

/** Whoever signs; a group's office bearers, each with a PAN of her own. */
function personsOf(maker: InventedMaker): { name: string; pan: string }[] {
  const first = maker.owner.name;
  const count = maker.class === 'shg' ? bearers : 1;
  return Array.from({ length: count }, (_, i) => {
    const name = i === 0 ? first : `${['Second', 'Third'][i - 1]!} ${surnameOf(maker)}`;
    const letters = isPerson(maker) ? 'DMO' : `DM${'PQR'[i]!}`;
    return { name, pan: panOf(letters, 'P', surnameOf(maker), maker.number) };
  });
}

function registrationOf(maker: InventedMaker, home: Home): Evidence {
  if (maker.class === 'fpo_cooperative')
    return { kind: 'registration', form: 'cooperative', number: `DEMO/COOP/${padded(maker.number, 4)}` };
  const cin = (stateCode: string): string => `U01100${stateCode}2020PTC${padded(maker.number, 6)}`;
  const own = cin(home.stateCode.slice(-2));
  return { kind: 'registration', form: 'cin', number: readCin(own, 2026).ok ? own : cin('DL') };
}

/** Producers and groups sell what is exempt, small firms are enrolled, the others registered. @rule  */
function gstOf(maker: InventedMaker, home: Home, pan: string): Evidence {
  switch (maker.class) {
    case 'micro_small':
    case 'startup':
      return { kind: 'gst', basis: 'enrolment', number: `DEMOENROLDMT${padded(maker.number, 4)}` };
    case 'other': {
      const first14 = `${home.gstCode}${pan}1Z`;
      return { kind: 'gst', basis: 'gstin', number: first14 + gstinCheckCharacter(first14) };
    }
    default:
      return { kind: 'gst', basis: 'exempt' };
  }
}
