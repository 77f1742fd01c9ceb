/** A key as it may be stored: unreadable without the master key of that version. */
export interface WrappedKey {
  bytes: Buffer;
  masterVersion: number;
}

/** The master key, wherever it lives (a file here; a key service elsewhere). It never leaves; it only wraps and unwraps. */
export abstract class KeyWrapper {
  /** The version new keys are wrapped with. */
  abstract currentVersion(): number;
  /** @param bound  what the key is for; it unwraps for nothing else */
  abstract wrap(key: Buffer, bound: string): WrappedKey;
  /** @throws when the master key of that version is not here or does not fit */
  abstract unwrap(wrapped: WrappedKey, bound: string): Buffer;
}
