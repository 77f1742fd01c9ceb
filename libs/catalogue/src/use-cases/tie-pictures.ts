import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { DomainError } from '#platform/kernel';
import { SheetUnreadable, zipFiles, type PackedFile } from '#platform/sheets';
import { mayList, SellersQuery } from '#sellers';
import { OwnContentsQuery } from '../data/desk/own-contents.query.js';
import { Listings } from '../data/listings.repository.js';
import { fail as deskFail } from '../domain/desk/desk.errors.js';
import {
  archiveLimits,
  fileFault,
  isLitter,
  readName,
  sortOut,
  withPictures,
  type FileFault,
  type FitFile,
  type NamedGoods,
} from '../domain/desk/picture-files.js';
import { fail } from '../domain/listing.errors.js';
import { isOpenToChange } from '../domain/listing.states.js';
import { AddPictures } from './add-pictures.js';

/** A file that is a picture of goods now, and where among them it stands. */
export interface TiedFile {
  index: number;
  file: string;
  listingId: string;
  position: number;
  mediaId: string;
}
export interface TiedPictures {
  tied: TiedFile[];
  wrong: FileFault[];
}

type Kept = FitFile<PackedFile> & { mediaId: string };

@Injectable()
export class TiePictures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly contents: OwnContentsQuery,
    private readonly listings: Listings,
    private readonly sellers: SellersQuery,
    private readonly pictures: AddPictures,
  ) {}

  /**
   * Ties the pictures of an archive to the maker's goods that are not on sale, by the numbers in their names. Right ones are
   * kept although others are wrong. One picture is unpacked at a time; each of the goods is one transaction.
   * @throws seller_not_listing (409), archive_unreadable (422)
   * @rule S-42 S-58 S-60
   */
  async run(archive: Buffer): Promise<TiedPictures> {
    const files = (await unpacked(archive)).filter((one) => !isLitter(one.path));
    const { sellerId, goods } = await this.work.run((tx) => this.goodsOf(tx, files));
    const { fit, wrong } = sortOut(files, goods);
    const tied: TiedFile[] = [];
    for (const [listingId, own] of fit) {
      const kept: Kept[] = [];
      for (const one of own) {
        const added = await this.keep(sellerId, one);
        if ('mediaId' in added) kept.push({ ...one, ...added });
        else wrong.push(added);
      }
      const done = await this.tie(listingId, kept);
      tied.push(...done.tied);
      wrong.push(...done.wrong);
    }
    const byIndex = (a: { index: number }, b: { index: number }) => a.index - b.index;
    return { tied: tied.sort(byIndex), wrong: wrong.sort(byIndex) };
  }

  private async goodsOf(
    tx: Tx,
    files: readonly PackedFile[],
  ): Promise<{ sellerId: string; goods: readonly NamedGoods[] }> {
    const sellerId = tx.actor.organisationId;
    if (sellerId === null) throw fail('seller_not_listing', { state: 'nobody' });
    const { state } = await this.sellers.byId(tx, sellerId);
    if (!mayList(state)) throw fail('seller_not_listing', { state });
    const names = files.flatMap(({ path }) => readName(path)?.name ?? []);
    return { sellerId, goods: await this.contents.named(tx, sellerId, names) };
  }

  /** Outside a transaction: the store is the outside world. */
  private async keep(sellerId: string, one: FitFile<PackedFile>): Promise<{ mediaId: string } | FileFault> {
    try {
      const [added] = await this.pictures.ofMaker(sellerId, [await one.source.read()]);
      return { mediaId: added!.mediaId };
    } catch (error) {
      if (error instanceof DomainError) return fileFault(one.index, one.file, error);
      if (!(error instanceof SheetUnreadable)) throw error;
      return { index: one.index, file: one.file, code: 'picture_packed_broken', facts: {} };
    }
  }

  private async tie(listingId: string, kept: readonly Kept[]): Promise<TiedPictures> {
    if (kept.length === 0) return { tied: [], wrong: [] };
    try {
      const images = await this.work.run((tx) => this.replace(tx, listingId, kept));
      const placeOf = (mediaId: string) => images.findIndex((image) => image.mediaId === mediaId) + 1;
      const tied = kept.map(({ index, file, mediaId }) => ({
        ...{ index, file, listingId, mediaId },
        position: placeOf(mediaId),
      }));
      return { tied, wrong: [] };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { tied: [], wrong: kept.map((one) => fileFault(one.index, one.file, error)) };
    }
  }

  private async replace(tx: Tx, listingId: string, kept: readonly Kept[]) {
    const listing = await this.listings.lockOwn(tx, listingId);
    if (!isOpenToChange(listing.state)) throw fail('listing_closed', { state: listing.state });
    const fresh = kept.map(({ position, mediaId }) => ({ position, image: { mediaId, alt: listing.title } }));
    const images = withPictures(await this.contents.images(tx, listingId), fresh);
    await this.listings.replaceImages(tx, listing, images);
    await this.listings.edit(tx, listing);
    return images;
  }
}

async function unpacked(archive: Buffer): Promise<PackedFile[]> {
  try {
    return await zipFiles(archive, archiveLimits);
  } catch (error) {
    if (error instanceof SheetUnreadable) throw deskFail('archive_unreadable', { why: error.why });
    throw error;
  }
}
