import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { KeptFiles } from '#platform/storage';
import { Media, type NewMedia } from '../data/media.repository.js';
import { readImage, type ImageFacts } from '../domain/image.js';

export type AddedPicture = { mediaId: string } & ImageFacts;

@Injectable()
export class AddPictures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: KeptFiles,
    private readonly media: Media,
  ) {}

  /**
   * Keeps a maker's pictures, all or none, each as a new one. Not to be called inside a transaction: the store is the
   * outside world.
   * @param sellerId  whose they are; the caller has seen to it that she may
   * @param pictures  whole files: PNG, JPEG, WebP; `readImage` tells beforehand which of many would be refused
   * @param also  what else happens with them, in the transaction that writes their rows; when it throws, there are none
   * @returns one for each, same order
   * @throws image_unreadable, image_too_large (422)
   * @rule S-58
   */
  async ofMaker(
    sellerId: string,
    pictures: readonly Buffer[],
    also: (tx: Tx, mediaIds: readonly string[]) => Promise<void> = async () => undefined,
  ): Promise<AddedPicture[]> {
    const read = pictures.map(facts);
    const rows = await this.store(sellerId, read);
    await this.work.run(async (tx) => {
      const ids = await this.media.add(tx, rows);
      await also(
        tx,
        rows.map((row) => row.id),
      );
      return ids;
    });
    return rows.map((row) => added(row.id, row));
  }

  /**
   * Keeps pictures of the platform itself, which many goods may share. The same picture twice, now or another day, is one.
   * @returns one for each, same order
   * @throws image_unreadable, image_too_large (422)
   * @rule S-58
   */
  async ofPlatform(pictures: readonly Buffer[]): Promise<AddedPicture[]> {
    const read = new Map(pictures.map(facts).map((one) => [one.sha256, one]));
    const known = await this.work.run((tx) => this.media.ofPlatform(tx, [...read.keys()]));
    const rows = await this.store(
      null,
      [...read.values()].filter((one) => !known.has(one.sha256)),
    );
    const ids = await this.work.run(async (tx) => {
      await this.media.add(tx, rows);
      return this.media.ofPlatform(tx, [...read.keys()]);
    });
    return pictures.map(facts).map((one) => added(ids.get(one.sha256)!, one));
  }

  private async store(sellerId: string | null, read: readonly Read[]): Promise<NewMedia[]> {
    const keys = await this.files.put(read.map((one) => one.bytes));
    return read.map(({ bytes, ...rest }, i) => ({
      ...rest,
      id: newId(),
      seller_id: sellerId,
      size_bytes: bytes.length,
      storage_key: keys[i]!,
    }));
  }
}

interface Read extends ImageFacts {
  bytes: Buffer;
  sha256: string;
}

const facts = (bytes: Buffer): Read => ({
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...readImage(bytes),
});

const added = (mediaId: string, { type, width_px, height_px }: ImageFacts): AddedPicture => ({
  mediaId,
  type,
  width_px,
  height_px,
});
