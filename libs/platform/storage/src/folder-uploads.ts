import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ServiceKeys } from '#platform/crypto';
import { fail } from './errors.js';
import type { SignedUpload, UploadTerms } from './object-store.js';

const signed = z.tuple([z.string(), z.string(), z.int(), z.int()]);

/** Addresses of our own api under which one file may be put into the folder: what a bucket does by its signed forms. */
@Injectable()
export class FolderUploads {
  constructor(private readonly keys: ServiceKeys) {}

  sign(key: string, { type, size_bytes, until }: UploadTerms): SignedUpload {
    const terms = Buffer.from(JSON.stringify([key, type, size_bytes, until.getTime()])).toString('base64url');
    const url = `/v1/public/uploads/${terms}.${this.keys.hmac('upload', terms).toString('base64url')}`;
    return { method: 'PUT', url, headers: { 'content-type': type }, fields: {} };
  }

  /** What an address of ours says. @throws upload_address_unknown (404) */
  read(token: string): UploadTerms & { key: string } {
    const [terms = '', mac = ''] = token.split('.');
    const [ours, given] = [this.keys.hmac('upload', terms), Buffer.from(mac, 'base64url')];
    if (given.length !== ours.length || !timingSafeEqual(given, ours)) throw fail('upload_address_unknown');
    const [key, type, size_bytes, until] = signed.parse(JSON.parse(Buffer.from(terms, 'base64url').toString()));
    return { key, type, size_bytes, until: new Date(until) };
  }
}
