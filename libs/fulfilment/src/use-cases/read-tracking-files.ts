import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform/database';
import { log } from '#platform/observability';
import { daysAfter } from '#platform/time';
import { TrackingNotices } from '../data/tracking-notices.js';
import { ReadTrackingFilesJob, TrackingFileBroken } from '../domain/shipment.events.js';
import { COURIER_FILES, type CourierFiles, type TrackingFile } from '../ports/courier.js';

/** A courier may write to a file days after its date. */
const overlap_days = 7;
/** How far back the first look reads. */
const first_days = 30;

@Injectable()
export class ReadTrackingFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notices: TrackingNotices,
    @Inject(COURIER_FILES) private readonly courier: CourierFiles,
  ) {}

  /** Lets a worker look. Called by the clock. @rule S-19 */
  ask(slot: Date): Promise<void> {
    return this.work.run(async (tx) => tx.enqueue(ReadTrackingFilesJob, { slot: slot.toISOString() }));
  }

  /**
   * Fetches what a courier wrote since the last look. A file is read once for each length it has, and a row in it counts once,
   * however often it stands in whichever file. Rows that say nothing are told to the desk, and cost no other row.
   * @rule S-19
   */
  async run(): Promise<void> {
    const last = await this.work.run((tx) => this.notices.lastFile(tx, this.courier.name));
    const since = last === null ? daysAfter(new Date(), -first_days) : daysAfter(last, -overlap_days);
    for (const file of await this.courier.files(since)) await this.read(file);
  }

  private async read(file: TrackingFile): Promise<void> {
    const courier = this.courier.name;
    if ((await this.work.run((tx) => this.notices.bytesRead(tx, courier, file.name))) === file.bytes) return;
    const { told, broken } = await this.courier.read(file.name);
    await this.work.run(async (tx) => {
      await this.notices.keep(tx, courier, told);
      const brokenBefore = await this.notices.noteFile(tx, courier, file, broken.length);
      if (broken.length <= brokenBefore) return;
      log.warn({ courier, file: file.name, rows: broken.slice(0, 20) }, 'rows of a tracking file cannot be read');
      tx.emit(TrackingFileBroken, { courier, file: file.name, rows: broken.length, first: broken[0]! });
    });
  }
}
