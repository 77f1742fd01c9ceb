import { createHash } from 'node:crypto';
import { fail } from './errors.js';

/** A strong entity tag: of a row's version, or of a text by its hash (STD-1.3). */
export const etagOf = (version: number | string | bigint): string => `"${version}"`;

export const etagOfText = (text: string | Buffer): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;

/** The tags of an If-Match or If-None-Match header; null when it is not one. */
function tagsOf(header: string): string[] | '*' | null {
  if (header.trim() === '*') return '*';
  const tags = header.split(',').map((tag) => tag.trim());
  return tags.every((tag) => /^(W\/)?"[\x21\x23-\x7e]*"$/.test(tag)) ? tags : null;
}

/** Whether the copy the caller already has is still good (weak comparison). */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = tagsOf(ifNoneMatch);
  return tags === '*' || (tags ?? []).some((tag) => tag.replace(/^W\//, '') === etag);
}

/** What the caller believes to be changing. */
export class Precondition {
  private constructor(private readonly tags: readonly string[] | '*') {}

  /** @throws if_match_missing (428) */
  static read(ifMatch: string | undefined): Precondition {
    if (ifMatch === undefined) throw fail('if_match_missing');
    return new Precondition(tagsOf(ifMatch) ?? []);
  }

  /**
   * Call it once the row is locked. Tags are compared strongly, so that a weak one never matches.
   * @throws version_stale (412) when the row is no longer what the caller has seen
   */
  check(version: number | string | bigint): void {
    const etag = etagOf(version);
    if (this.tags !== '*' && !this.tags.includes(etag)) throw fail('version_stale', { current: etag });
  }
}
