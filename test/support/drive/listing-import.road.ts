import { ApplyImport, CancelImport, CheckImport, listingImportStates, StartImport } from '#catalogue';
import { runAsSystem } from '#platform/observability';
import { csvSheet, stoleRow } from '../../../libs/catalogue/test/builders/sheets.js';
import type { DrivenImport } from './driven.js';
import { road } from './road.js';

const asTheWorker = (work: () => Promise<void>) => runAsSystem('test', 'test', work);

export const listingImportRoad = road<DrivenImport, { sheet: Buffer }>()({
  machine: listingImportStates,
  row: ({ importId }) => ({ table: 'catalogue.listing_import', id: importId }),
  async begin({ goods, booted }, { sheet = csvSheet([stoleRow()]) }, ahead) {
    const maker = await goods.make.verified();
    const content = ahead.includes('fail') ? Buffer.from('') : sheet;
    const { importId } = await booted.as(maker.actor, () => booted.get(StartImport).run(content));
    return { importId, maker };
  },
  steps: {
    /** The reading goes through to its end where nothing stops it. */
    finish: ({ booted }, { importId }) => asTheWorker(() => booted.get(CheckImport).run(importId)),
    cancel: ({ booted }, { importId, maker }) => booted.as(maker.actor, () => booted.get(CancelImport).run(importId)),
    apply: ({ booted }, { importId, maker }) =>
      booted.as(maker.actor, () => booted.get(ApplyImport).ask(importId, { partial: true, submit: false })),
    end: ({ booted }, { importId }) => asTheWorker(() => booted.get(ApplyImport).run(importId)),
    read: ({ booted }, { importId }) =>
      asTheWorker(() =>
        booted
          .get(CheckImport)
          .run(importId, () => {
            throw new Error('killed');
          })
          .catch(() => undefined),
      ),
    fail: ({ booted }, { importId }) => asTheWorker(() => booted.get(CheckImport).run(importId)),
  },
});
