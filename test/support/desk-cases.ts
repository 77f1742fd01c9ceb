import { z } from 'zod';
import { AppealBlock, DecideReport, ReportListing } from '#catalogue';
import { UnitOfWork } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { personActor } from '#platform/testing';
import { AttachIncidentFile, RaiseIncident } from '#procurement';
import { AppealSuspension, SuspendSeller } from '#sellers';
import { IssueDocument } from '#tax';
import { pdfWith } from '../../libs/platform/uploads/test/builders/files.js';
import type { Bazaar } from './bazaar.js';

/** What waits on a desk, and which one. */
const onDesk = ({ asSystem, booted }: Bazaar, which: string, id: string) =>
  asSystem(() =>
    booted
      .get(UnitOfWork)
      .run((tx) => tx.maybe(z.object({ id: z.uuid(), desk_id: z.uuid() }), `select id, desk_id from ${which}`, [id])),
  );

/** A suspended maker's appeal, and an officer of the office that decides on it. */
export async function appealing(bazaar: Bazaar) {
  const { booted, goods, people } = bazaar;
  const maker = await goods.make.verified();
  await people.stateOfficer('IN-BR');
  const grounds = { incident: 'INC-2027-00001', reason: 'Not silk.' };
  await booted.as(personActor(), () => booted.get(SuspendSeller).run(maker.sellerId, 'serious', grounds));
  await booted.as(maker.actor, () => booted.get(AppealSuspension).run('It is silk.'));
  const appeal = await onDesk(bazaar, 'sellers.appeal where seller_id = $1', maker.sellerId);
  const { headers } = await people.officer('state_officer', appeal!.desk_id, 'Latha Test');
  return { appealId: appeal!.id, officer: headers };
}

/** What the sides of a contract accuse each other of. */
export async function accused({ booted }: Bazaar, contractId: string, seller: Actor, buyer: Actor) {
  const accuses = async (by: Actor, fault: 'late_reply' | 'no_certificate') => {
    const said = { fault, words: 'Nobody answers.' };
    return booted.as(by, async () => {
      const { id } = await booted.get(RaiseIncident).run(contractId, said);
      const file = await booted.get(AttachIncidentFile).run(id, 'report.pdf', pdfWith('<< >>'));
      return { id, others: { fileId: file.id } };
    });
  };
  return { bySeller: await accuses(seller, 'no_certificate'), byBuyer: await accuses(buyer, 'late_reply') };
}

/** The newest message in somebody's inbox, once she was told anything. */
export async function newestMessage({ api, until }: Bazaar, headers: Record<string, string>) {
  const [newest] = await until(
    'she was told',
    async () => (await api.get('/v1/auth/messages').set(headers).expect(200)).body.items as { id: string }[],
    (messages) => messages.length > 0,
  );
  return newest!.id;
}

/** A report that waits on the desk of its district, and an appeal against an upheld one with an officer of its State. */
export async function reported(bazaar: Bazaar) {
  const { booted, goods, people } = bazaar;
  const [waiting, blocked] = [await goods.live(), await goods.live()];
  const report = ({ listingId }: { listingId: string }) =>
    booted.as(personActor(), () => booted.get(ReportListing).run(listingId, 'other', 'It is not silk.'));
  const desk = await goods.make.officerOf(blocked.maker.district.slug);
  const { reportId } = await report(blocked);
  await booted.as(desk, () => booted.get(DecideReport).run(reportId, true, 'It is viscose.'));
  await booted.as(blocked.maker.actor, () => booted.get(AppealBlock).run(blocked.listingId, 'It is silk.'));
  const appeal = await onDesk(bazaar, 'catalogue.block_appeal where listing_id = $1', blocked.listingId);
  const { headers } = await people.officer('state_officer', appeal!.desk_id, 'Lakshmi Test');
  return { reportId: (await report(waiting)).reportId, appealId: appeal!.id, officer: headers };
}

/** The bill of an order, as packing makes it. @returns its id */
export function issuedPaper(
  { app, asSystem }: Bazaar,
  { orderId, buyerId, sellerId }: { orderId: string; buyerId: string; sellerId: string },
): Promise<string> {
  const worth = { gross_paise: 100_000n, discount_paise: 0n, freight_paise: 0n, taxable_paise: 100_000n };
  const taxes = { cgst_paise: 0n, sgst_paise: 0n, igst_paise: 0n, platform_paise: 0n };
  const line = { lineId: newId(), title: 'Silk stole', hsn: '6214', uqc: 'PCS', quantity: 1, rate_bp: 0 };
  const goods = {
    ...{ cause: { kind: 'order' as const, id: orderId }, sellerId, recipientId: buyerId, countedChanges: [] },
    supplier: { name: 'Meena Devi Silk Works', line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' },
    recipient: { name: 'Farah Test', street: '1 Test Road', pincode: '800001' },
    ...{ fromState: 'IN-BR', toState: 'IN-BR', sellerGst: 'exempt' as const, gstin: null },
    lines: [{ ...line, ...worth, ...taxes }],
  };
  const issue = app.get(IssueDocument, { strict: false });
  const work = app.get(UnitOfWork, { strict: false });
  return asSystem(async () => (await work.run((tx) => issue.inside(tx, goods))).id);
}
