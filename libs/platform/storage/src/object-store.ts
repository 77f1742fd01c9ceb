/** Where files are kept: a folder here, a bucket elsewhere. */
export abstract class ObjectStore {
  /** Keeps bytes under a key that was never used before. */
  abstract put(key: string, bytes: Buffer): Promise<void>;
  /** @returns null when there is nothing under the key */
  abstract get(key: string): Promise<Buffer | null>;
  /** Takes the bytes away for good; nothing under the key is no fault. @rule S-66 */
  abstract remove(key: string): Promise<void>;
}
