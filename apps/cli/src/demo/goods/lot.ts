import { createHash } from 'node:crypto';

/** Draws that fall the same way for the same words, in every installation. */
export class Lot {
  private readonly bytes: Buffer;
  private at = 0;

  constructor(...words: readonly string[]) {
    this.bytes = createHash('sha512').update(words.join('|')).digest();
  }

  /** @returns 0 ≤ it < `below` */
  below(below: number): number {
    this.at = (this.at + 2) % (this.bytes.length - 1);
    return this.bytes.readUInt16BE(this.at) % below;
  }

  from<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** @param of_ten  in so many of ten cases */
  falls(of_ten: number): boolean {
    return this.below(10) < of_ten;
  }
}
