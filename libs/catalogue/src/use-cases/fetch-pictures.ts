import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { DomainError } from '#platform/kernel';
import { Outgoing, OutgoingRefused } from '#platform/outgoing';
import { FetchedPictures } from '../data/desk/fetched-pictures.repository.js';
import { imageBytes_max, imageTypes } from '../domain/image.js';
import { AddPictures } from './add-pictures.js';

/** Addresses asked at once: each may hold 5 MiB. */
const hands = 4;

@Injectable()
export class FetchPictures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly outgoing: Outgoing,
    private readonly pictures: AddPictures,
    private readonly fetched: FetchedPictures,
  ) {}

  /**
   * Fetches pictures from addresses a maker gave and keeps them as hers. Not to be called inside a transaction.
   * @returns why some could not be had, by address
   * @rule S-21 S-58
   */
  async run(sellerId: string, addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const failed = new Map<string, string>();
    const left = [...new Set(addresses)];
    const hand = async (): Promise<void> => {
      for (let address = left.shift(); address !== undefined; address = left.shift()) {
        const why = await this.one(sellerId, address);
        if (why !== null) failed.set(address, why);
      }
    };
    await Promise.all(Array.from({ length: hands }, hand));
    return failed;
  }

  private async one(sellerId: string, address: string): Promise<string | null> {
    try {
      const bytes = await this.outgoing.get(address, { bytes_max: imageBytes_max, accept: imageTypes.join(', ') });
      const [added] = await this.pictures.ofMaker(sellerId, [bytes]);
      await this.work.run((tx) => this.fetched.note(tx, sellerId, address, added!.mediaId));
      return null;
    } catch (error) {
      if (error instanceof OutgoingRefused) return error.why;
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }
}
