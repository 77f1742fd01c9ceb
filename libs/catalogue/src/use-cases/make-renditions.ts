import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { assert } from '#platform/kernel';
import { KeptFiles, ObjectStore } from '#platform/storage';
import { paintPicture, type PaintedPicture } from '../adapters/paint-picture.js';
import { Likenesses } from '../data/likenesses.js';
import { Media, type WaitingMedia } from '../data/media.repository.js';
import { BrokenPicture, type PictureFault } from '../domain/broken-picture.js';
import { PictureBroken } from '../domain/listing.events.js';
import { renditionKey } from '../domain/renditions.js';

@Injectable()
export class MakeRenditions {
  /** One picture at a time in a process: a large one takes 200 MB and a core while it is painted. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly work: UnitOfWork,
    private readonly store: ObjectStore,
    private readonly files: KeptFiles,
    private readonly media: Media,
    private readonly likenesses: Likenesses,
  ) {}

  /**
   * Makes what is shown of a picture. A second run writes the same files over the first and ends the same; a picture that is
   * none is marked with the reason, and its maker is told.
   * @rule S-58
   */
  async run({ mediaId }: { mediaId: string }): Promise<void> {
    const media = await this.work.run((tx) => this.media.waiting(tx, mediaId));
    if (media === null) return;
    const painted = await this.inTurn(() => this.paint(media));
    if (painted instanceof BrokenPicture) await this.mark(media, painted.why);
    else await this.show(media, painted);
  }

  private async paint(media: WaitingMedia): Promise<PaintedPicture | BrokenPicture> {
    const original = await this.store.get(media.storage_key);
    assert(original, 'a picture we know is in the store');
    return paintPicture(original).catch((error: unknown) => {
      if (error instanceof BrokenPicture) return error;
      throw error;
    });
  }

  private async show(media: WaitingMedia, painted: PaintedPicture): Promise<void> {
    const keys = painted.files.map((file) => renditionKey(media.storage_key, file));
    const stillWaits = await this.work.run(async (tx) => {
      if ((await this.media.waiting(tx, media.id)) === null) return false;
      await this.files.expect(tx, keys);
      return true;
    });
    if (!stillWaits) return;
    await this.files.putUnder(
      keys,
      painted.files.map((file) => file.bytes),
    );
    await this.work.run(async (tx) => {
      if ((await this.media.waiting(tx, media.id)) === null) return;
      await this.files.claimFresh(tx, keys);
      const renditions = painted.files.map(({ bytes: _, ...file }) => file);
      await this.media.ready(tx, media.id, painted, renditions);
      if (media.seller_id !== null)
        await this.likenesses.note(tx, { id: media.id, seller_id: media.seller_id }, painted.prints);
    });
  }

  private mark({ id, seller_id }: WaitingMedia, fault: PictureFault): Promise<void> {
    return this.work.run(async (tx) => {
      if ((await this.media.waiting(tx, id)) === null) return;
      await this.media.broken(tx, id, fault);
      if (seller_id !== null) tx.emit(PictureBroken, { mediaId: id, sellerId: seller_id, fault });
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
