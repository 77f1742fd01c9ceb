import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PrintHouse } from '#platform/print';
import { packSheet, pickSheet } from '../domain/packing.js';
import { ReadPacking } from './read-packing.js';

/** The lists of a maker who packs, on paper: drawn when they are asked for and kept nowhere. */
@Injectable()
export class PrintPacking {
  constructor(
    private readonly lists: ReadPacking,
    private readonly press: PrintHouse,
  ) {}

  /** What to take from the shelf. @throws PrinterDown (503) @rule SM-4 S-42 */
  async shelf(): Promise<Buffer> {
    return this.press.print(pickSheet(await this.lists.shelf(), lot()));
  }

  /** What goes into the parcel of an order. @throws order_not_found, nothing_to_pack, PrinterDown (503) @rule SM-4 S-42 */
  async parcel(orderId: string): Promise<{ number: string; pdf: Buffer }> {
    const list = await this.lists.parcel(orderId);
    return { number: list.number, pdf: await this.press.print(packSheet(list, lot())) };
  }
}

const lot = (): string => randomBytes(16).toString('hex');
