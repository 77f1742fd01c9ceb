import type { PrintedPaper } from '#platform/print';
import { istDay } from '#platform/time';

/** Parcels that a centre handed over together. */
export interface Manifest {
  id: string;
  centre: { name: string; street: string; pincode: string };
  carrier: string;
  handed_over_at: Date;
  parcels: readonly { awb: string; maker: string; to_pincode: string; weight_g: number; cash_paise: bigint }[];
}

const grams = { title: 'Grams ग्राम', width: 1, align: 'right' } as const;
const rupees = (paise: bigint): string =>
  paise === 0n ? '–' : `${paise / 100n}.${String(paise % 100n).padStart(2, '0')}`;

/** What who fetches them signs. @param copy  drawn by lot, see `PrintedPaper` @rule SM-5 */
export const manifestSheet = (manifest: Manifest, copy: string): PrintedPaper => ({
  ...{ title: 'Manifest पार्सल सूची', number: manifest.id.slice(-12), madeAt: manifest.handed_over_at, copy },
  ...{ remarks: [], codes: [], notes: ['Received by पाने वाले के हस्ताक्षर: ______________________'] },
  parties: [
    {
      label: 'Handed over at सौंपने का स्थान',
      lines: [manifest.centre.name, manifest.centre.street, manifest.centre.pincode],
    },
  ],
  facts: [
    { label: 'Carrier वाहक', text: manifest.carrier },
    { label: 'Day दिन', text: istDay(manifest.handed_over_at).split('-').reverse().join('-') },
  ],
  columns: [
    { title: 'Number संख्या', width: 3 },
    { title: 'From भेजने वाला', width: 3 },
    { title: 'To PIN गंतव्य', width: 1 },
    grams,
    { title: 'Collect ₹ वसूल', width: 1, align: 'right' },
  ],
  rows: manifest.parcels.map((one) => [
    [one.awb],
    one.maker,
    ...[one.to_pincode, String(one.weight_g), rupees(one.cash_paise)],
  ]),
  totals: [{ label: 'Parcels पार्सल', text: String(manifest.parcels.length) }],
});
