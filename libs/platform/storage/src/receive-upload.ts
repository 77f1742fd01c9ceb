import { Injectable } from '@nestjs/common';
import { fail } from './errors.js';
import { FolderUploads } from './folder-uploads.js';
import { ObjectStore } from './object-store.js';

@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly uploads: FolderUploads,
    private readonly store: ObjectStore,
  ) {}

  /**
   * Takes the bytes that come to a signed address. Nothing is believed of them yet: whoever asked for the address confirms.
   * @param type  as the request says
   * @throws upload_address_unknown (404), upload_address_over (410), upload_unlike (422)
   * @rule S-58
   */
  async run(token: string, type: string, bytes: Buffer): Promise<void> {
    const terms = this.uploads.read(token);
    if (terms.until <= new Date()) throw fail('upload_address_over', { until: terms.until.toISOString() });
    if (type !== terms.type || bytes.length !== terms.size_bytes)
      throw fail('upload_unlike', { type: terms.type, size_bytes: terms.size_bytes, got_bytes: bytes.length });
    await this.store.put(terms.key, bytes);
  }
}
