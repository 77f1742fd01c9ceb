import { Injectable } from '@nestjs/common';
import { assert } from '#platform/kernel';
import { currentContext } from '#platform/observability';
import { AddPictures, type AddedPicture } from './add-pictures.js';

@Injectable()
export class UploadImage {
  constructor(private readonly pictures: AddPictures) {}

  /**
   * Keeps a picture the maker sent as it is.
   * @param sellerId  the organisation the caller acts for
   * @throws image_unreadable, image_too_large (422)
   * @rule S-58
   */
  async run(sellerId: string, bytes: Buffer): Promise<AddedPicture> {
    assert(currentContext().actor.organisationId === sellerId, 'a picture belongs to whom the caller acts for');
    const [added] = await this.pictures.ofMaker(sellerId, [bytes]);
    return added!;
  }
}
