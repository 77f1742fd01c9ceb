import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { Media } from '../data/media.repository.js';

/** So many pictures at most are ordered at once; the others follow at the next stroke. */
const ordered_max = 500;

@Injectable()
export class MendPictures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly media: Media,
  ) {}

  /** Pictures nobody painted are ordered again, the oldest first. One that is painted meanwhile is passed over. @rule S-58 */
  run(): Promise<void> {
    return this.work.run((tx) => this.media.orderLeft(tx, ordered_max));
  }
}
