/** What a handler may return around its body, for headers that belong to it. */

/** One resource at one of its versions: becomes an ETag, or 304 for who already has it. */
export class Versioned<T> {
  constructor(
    readonly version: number | string | bigint,
    readonly body: T,
  ) {}
}

/** Something everybody may see and caches may keep. Its ETag is made of its text. */
export class Public<T> {
  constructor(
    readonly maxAge_s: number,
    readonly body: T,
  ) {}
}

/** The same for what is no JSON of ours to write: another media type, as text or bytes. */
export class PublicFile {
  constructor(
    readonly maxAge_s: number,
    readonly type: string,
    readonly content: string | Buffer,
    /** Request headers the answer depends on, such as `Accept`. */
    readonly vary: string | null,
  ) {}
}

/** The same for what is written while it is sent, so that it is never held whole. */
export class PublicStream {
  constructor(
    readonly maxAge_s: number,
    readonly type: string,
    /** Changes whenever the bytes would. */
    readonly tag: string,
    readonly write: () => AsyncIterable<Buffer>,
    /** Request headers the answer depends on, such as `Accept`. */
    readonly vary: string | null,
  ) {}
}

/** Something that was made, and where it is now. */
export class Created<T> {
  constructor(
    readonly location: string,
    readonly body: T,
    readonly version?: number | string | bigint,
  ) {}
}

/** A body with the version of what it shows. @param version  the row's version; it comes back in If-Match */
export const withEtag = <T>(version: number | string | bigint, body: T): Versioned<T> => new Versioned(version, body);

/** A body for everybody, kept by caches for `maxAge_s` seconds. */
export const publicly = <T>(maxAge_s: number, body: T): Public<T> => new Public(maxAge_s, body);

/** Text or bytes of another media type for everybody, kept by caches for `maxAge_s` seconds. */
export const publicFile = (
  maxAge_s: number,
  type: string,
  content: string | Buffer,
  options: { vary?: string } = {},
): PublicFile => new PublicFile(maxAge_s, type, content, options.vary ?? null);

/**
 * Bytes for everybody that are written while they are sent; who has them already costs no writing.
 * @param tag  a text that changes whenever the bytes would: the ETag is made of it
 */
export const publicStream = (
  maxAge_s: number,
  type: string,
  tag: string,
  write: () => AsyncIterable<Buffer>,
  options: { vary?: string } = {},
): PublicStream => new PublicStream(maxAge_s, type, tag, write, options.vary ?? null);

/** A body with the path of what was made, for Location. */
export const created = <T>(location: string, body: T, version?: number | string | bigint): Created<T> =>
  new Created(location, body, version);

/** Work that goes on after the answer. */
export class Accepted {
  constructor(readonly operationId: string) {}
}

/** 202 with the address where the operation can be followed. @rule STD-1.8 */
export const accepted = (operationId: string): Accepted => new Accepted(operationId);
