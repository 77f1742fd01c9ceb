import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Paise } from '#platform/money';
import { fulfilmentConfig } from '../fulfilment.config.js';
import type {
  BookedParcel,
  Courier,
  CourierFiles,
  CourierRemittance,
  Door,
  PickupWindow,
  ReadFile,
  TrackingFile,
} from '../ports/courier.js';
import { CourierLine } from './courier-line.js';
import { readPostalFile } from './postal-file.js';

const taken = z
  .object({ article: z.string().min(1).max(60), tariff_paise: z.int().min(0) })
  .transform(({ article, tariff_paise }) => ({ awb: article, carriage_paise: BigInt(tariff_paise) }));
const instant = z.iso.datetime().transform((at) => new Date(at));
const beatList = z.object({
  beats: z.array(z.object({ id: z.string().min(1).max(60), from: instant, to: instant, closes_at: instant })).max(100),
});
const collectionPage = z.object({
  collections: z.array(
    z.object({
      voucher: z.string().min(1).max(100),
      article: z.string().min(1).max(60),
      paise: z.int().positive().transform(BigInt),
      utr: z.string().min(1).max(60),
      paid_at: z.iso.datetime(),
    }),
  ),
  more_after: z.string().nullable(),
});
const fileList = z.object({
  files: z
    .array(
      z.object({
        name: z.string().regex(/^[A-Za-z0-9._-]{1,80}$/),
        bytes: z.int().min(0),
        written_at: z.iso.datetime().transform((at) => new Date(at)),
      }),
    )
    .max(1_000),
});

/** The post: articles are booked in a JSON service, what becomes of them stands in a file for each day. */
@Injectable()
export class PostalCourier implements Courier, CourierFiles {
  readonly name = 'postal';
  private readonly line = new CourierLine(this.name, () => {
    const { POSTAL_URL: url, POSTAL_KEY: key } = fulfilmentConfig();
    return { url, key };
  });

  book(parcel: Parameters<Courier['book']>[0]): Promise<BookedParcel | null> {
    const wanted = { ...article(parcel.shipmentId, parcel), collect_paise: Number(parcel.cash_paise) };
    return this.taken('book', wanted);
  }

  bookPickup(parcel: Parameters<Courier['bookPickup']>[0]): Promise<BookedParcel | null> {
    return this.taken('book pickup', { ...article(parcel.bookingId, parcel), fetched_back: true });
  }

  private async taken(what: string, wanted: object): Promise<BookedParcel | null> {
    const answer = await this.line.post(what, '/articles', wanted);
    if (answer.status === 422) return null;
    if (!answer.ok) throw this.line.refused(answer, what);
    return taken.parse(await answer.json());
  }

  async callOff(awb: string): Promise<boolean> {
    const answer = await this.line.post('call off', `/articles/${encodeURIComponent(awb)}/withdrawal`, {});
    if (!answer.ok && answer.status !== 409) throw this.line.refused(answer, 'call off');
    return answer.ok;
  }

  async pickupWindows(awb: string): Promise<PickupWindow[]> {
    const answer = await this.line.get('beats', `/articles/${encodeURIComponent(awb)}/beats`);
    const { beats } = beatList.parse(await answer.json());
    return beats.map(({ closes_at: closesAt, ...beat }) => ({ ...beat, closesAt }));
  }

  async setPickup(awb: string, beat: string | null): Promise<boolean> {
    const answer = await this.line.post('beat', `/articles/${encodeURIComponent(awb)}/beat`, { beat });
    if (!answer.ok && answer.status !== 409) throw this.line.refused(answer, 'beat');
    return answer.ok;
  }

  async changeCash(awb: string, cash_paise: Paise): Promise<void> {
    const body = { paise: Number(cash_paise) };
    const answer = await this.line.post('change cash', `/articles/${encodeURIComponent(awb)}/collection`, body);
    if (!answer.ok) throw this.line.refused(answer, 'change cash');
  }

  async remittances(since: Date): Promise<CourierRemittance[]> {
    const found: CourierRemittance[] = [];
    for (let after: string | null = ''; after !== null;) {
      const query = new URLSearchParams({ paid_since: since.toISOString(), ...(after && { after }) }).toString();
      const answer = await this.line.get('collections', `/collections?${query}`);
      const page: z.infer<typeof collectionPage> = collectionPage.parse(await answer.json());
      for (const { voucher, article: parcel, paise, utr, paid_at } of page.collections)
        found.push({ id: voucher, parcel, amount_paise: paise, utr, at: new Date(paid_at) });
      after = page.more_after;
    }
    return found;
  }

  async files(since: Date): Promise<TrackingFile[]> {
    const answer = await this.line.get('tracking files', `/tracking?written_since=${since.toISOString()}`);
    const { files } = fileList.parse(await answer.json());
    return files.map(({ name, bytes, written_at: at }) => ({ name, bytes, at }));
  }

  async read(name: string): Promise<ReadFile> {
    const answer = await this.line.get('tracking file', `/tracking/${encodeURIComponent(name)}`);
    return readPostalFile(await answer.text());
  }
}

/** A parcel in the post's words; our id of it is the key by which it is taken once. */
const article = (
  id: string,
  parcel: { fromPincode: string; toPincode: string; weight_g: number; from?: Door; to?: Door },
) => ({
  our_ref: id,
  origin: parcel.fromPincode,
  destination: parcel.toPincode,
  grams: parcel.weight_g,
  sender: parcel.from,
  addressee: parcel.to,
});
