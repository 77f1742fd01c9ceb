import { z } from 'zod';
import { OrganisationsQuery } from '#identity';
import { UnitOfWork } from '#platform/database';
import { asOwner, personActor, type Booted } from '#platform/testing';
import {
  ActivateSeller,
  ApplicationsQuery,
  ApplyAsSeller,
  ApproveSeller,
  AttachEvidence,
  PayoutAccountsQuery,
  RejectSeller,
  RequestInformation,
  SellersQuery,
  SettleOverdueSeller,
  SubmitApplication,
} from '../src/index.js';
import { artisanPapers, type Maker } from './builders/makers.js';
import { openSellers, type OpenSellers } from './builders/open-sellers.js';

const refusal = (code: string) => expect.objectContaining({ code });

describe('Sellers', () => {
  let app: Booted;
  let make: OpenSellers['make'];
  let opened: OpenSellers;
  beforeAll(async () => {
    opened = await openSellers();
    ({ app, make } = opened);
  });
  afterAll(() => opened.close());

  const state = async (maker: Maker) =>
    (await asOwner<{ state: string }>(`select state from sellers.seller where id = $1`, [maker.sellerId]))[0]?.state;
  const view = (maker: Maker) =>
    app.as(maker.actor, () => app.get(UnitOfWork).run((tx) => app.get(ApplicationsQuery).own(tx, maker.sellerId)));
  const events = async (maker: Maker) =>
    (
      await asOwner<{ name: string }>(
        `select name from platform.outbox where payload ->> 'sellerId' = $1 order by id`,
        [maker.sellerId],
      )
    ).map((row) => row.name);
  const overdue = (maker: Maker) =>
    asOwner(`update sellers.seller set due_at = now() - interval '1 second' where id = $1`, [maker.sellerId]);
  const settle = (maker: Maker) => app.asSystem(() => app.get(SettleOverdueSeller).run(maker.sellerId));

  describe('SM-1 an artisan on the way to her verification', () => {
    test('applies, attaches her papers, is checked and approved by the officer of her district', async () => {
      const maker = await make.applied();
      expect((await app.get(OrganisationsQuery).byId(maker.sellerId))?.kind).toBe('seller');
      expect((await view(maker)).missing).toEqual([
        'authorised_person',
        'pan',
        'pehchan_card',
        'gst',
        'bank_account',
        'land_border',
      ]);
      expect(await view(maker)).toMatchObject({
        progress: { given: 0, needed: 6 },
        todo: expect.arrayContaining([
          { kind: 'pan', what: 'paper', says: { en: 'Your PAN card.', hi: 'आपका पैन कार्ड।' } },
        ]),
      });
      await make.withPapers(maker, artisanPapers());
      expect(await view(maker)).toMatchObject({ progress: { given: 6, needed: 6 }, todo: [] });
      const officer = await make.officerOf('bhagalpur');
      await make.submitted(maker);
      expect(await state(maker)).toBe('submitted');
      await make.checked(maker);
      expect(await state(maker)).toBe('under_review');
      const papers = (await view(maker)).papers.map((paper) => [paper.kind, paper.finding]);
      expect(papers).toEqual([
        ['authorised_person', 'passed'],
        ['pan', 'passed'],
        ['pehchan_card', 'manual'],
        ['gst', 'passed'],
        ['bank_account', 'passed'],
        ['land_border', 'passed'],
      ]);
      await app.as(officer, () => app.get(ApproveSeller).run(maker.sellerId, ['pehchan_card']));
      expect(await state(maker)).toBe('verified');
      expect(await events(maker)).toEqual([
        'sellers.check-application',
        'sellers.submitted',
        'sellers.under_review',
        'sellers.verified',
      ]);
      expect((await view(maker)).history.map((line) => line.event)).toEqual([
        'apply',
        'submit',
        'auto_checks_pass',
        'approve',
      ]);
    });

    test('the first goods on sale make her active, once', async () => {
      const maker = await make.verified();
      await app.asSystem(() => app.get(ActivateSeller).run(maker.sellerId));
      await app.asSystem(() => app.get(ActivateSeller).run(maker.sellerId));
      expect(await state(maker)).toBe('active');
      expect((await events(maker)).filter((name) => name === 'sellers.active')).toHaveLength(1);
    });

    test('papers no machine could check need the officer to vouch for them', async () => {
      const maker = await make.underReview();
      const officer = await make.officerOf('bhagalpur');
      await expect(app.as(officer, () => app.get(ApproveSeller).run(maker.sellerId, []))).rejects.toEqual(
        refusal('evidence_unverified'),
      );
      expect(await state(maker)).toBe('under_review');
    });

    test('a paper that fails sends the application back; corrected, it goes on', async () => {
      const closed = {
        kind: 'bank_account',
        holder: 'Meena Devi',
        account: '300000009991',
        ifsc: 'SBIN0001234',
      } as const;
      const maker = await make.underReview({}, artisanPapers({ bank_account: closed }));
      expect(await state(maker)).toBe('needs_correction');
      const bank = (await view(maker)).papers.find((paper) => paper.kind === 'bank_account');
      expect(bank?.note).toBe('The bank does not know this account.');
      const other = [{ ...closed, account: '300000001111' }];
      await expect(make.withPapers(maker, other)).rejects.toMatchObject({ code: 'second_factor_needed' });
      await make.withPapers({ ...maker, actor: { ...maker.actor, secondFactorAt: new Date() } }, other);
      await make.submitted(maker);
      await make.checked(maker, 2);
      expect(await state(maker)).toBe('under_review');
    });

    test('an answer for an earlier submission changes nothing', async () => {
      const maker = await make.applied();
      await make.withPapers(maker, artisanPapers());
      await make.submitted(maker);
      await make.checked(maker, 7);
      expect(await state(maker)).toBe('submitted');
    });

    test('the officer asks for more, or refuses, with a reason the applicant reads', async () => {
      const maker = await make.underReview();
      const officer = await make.officerOf('bhagalpur');
      await app.as(officer, () => app.get(RequestInformation).run(maker.sellerId, 'Show both sides of the card.'));
      expect(await state(maker)).toBe('needs_correction');
      expect((await view(maker)).history.at(-1)?.reason).toBe('Show both sides of the card.');
      await make.submitted(maker);
      await make.checked(maker, 2);
      await app.as(officer, () => app.get(RejectSeller).run(maker.sellerId, 'The card belongs to somebody else.'));
      expect(await state(maker)).toBe('rejected');
      await expect(
        app.as({ ...maker.actor, organisationId: null }, () =>
          app.get(ApplyAsSeller).run({
            class: 'artisan',
            name: 'Meena Devi',
            district: 'bhagalpur',
            address: { line: '1', place: 'Champanagar', pincode: '812001' },
          }),
        ),
      ).rejects.toEqual(refusal('reapply_too_soon'));
    });

    test('one application at a time, also when two start at once', async () => {
      const person = await make.person();
      const apply = () =>
        app.as(person, () =>
          app.get(ApplyAsSeller).run({
            class: 'weaver',
            name: 'Sita Handlooms',
            district: 'bhagalpur',
            address: { line: '1', place: 'Champanagar', pincode: '812001' },
          }),
        );
      const outcomes = await Promise.allSettled([apply(), apply(), apply()]);
      expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      await expect(apply()).rejects.toEqual(refusal('application_open'));
    });
  });

  describe('SM-1 nobody moves', () => {
    test('an application the machine could not check goes on to the officer', async () => {
      const maker = await make.applied();
      await make.withPapers(maker, artisanPapers());
      await make.submitted(maker);
      await settle(maker);
      expect(await state(maker)).toBe('submitted');
      await overdue(maker);
      await settle(maker);
      expect(await state(maker)).toBe('under_review');
      const bank = (await view(maker)).papers.find((paper) => paper.kind === 'bank_account');
      expect(bank).toMatchObject({ finding: 'manual', note: 'The bank did not answer.' });
    });

    test('an undecided one is shown to the office above, which may then decide', async () => {
      const maker = await make.underReview();
      const [row] = await asOwner<{ above_desk_id: string }>(`select above_desk_id from sellers.seller where id = $1`, [
        maker.sellerId,
      ]);
      const above = personActor({ organisationId: row!.above_desk_id });
      const approve = () => app.as(above, () => app.get(ApproveSeller).run(maker.sellerId, ['pehchan_card']));
      await expect(approve()).rejects.toEqual(refusal('seller_unknown'));
      await overdue(maker);
      await settle(maker);
      expect(await events(maker)).toContain('sellers.escalated');
      await approve();
      expect(await state(maker)).toBe('verified');
    });

    test('an unanswered correction lapses', async () => {
      const maker = await make.underReview();
      const officer = await make.officerOf('bhagalpur');
      await app.as(officer, () => app.get(RequestInformation).run(maker.sellerId, 'Which loom?'));
      await overdue(maker);
      await settle(maker);
      expect(await state(maker)).toBe('lapsed');
    });

    test('the sweep finds what is overdue and nothing else', async () => {
      const [late, early] = [await make.underReview(), await make.underReview()];
      await overdue(late);
      const due = await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(SellersQuery).due(tx, 1_000)));
      expect(due).toContain(late.sellerId);
      expect(due).not.toContain(early.sellerId);
    });
  });

  describe('papers', () => {
    test('R-4.1 handing in without them names what is missing', async () => {
      const maker = await make.applied();
      await expect(make.submitted(maker)).rejects.toEqual(refusal('evidence_missing'));
    });

    test('R-4.1 papers of another class, and papers of an application under review, are not taken', async () => {
      const maker = await make.underReview();
      const attach = (paper: Parameters<AttachEvidence['run']>[1]) =>
        app.as(maker.actor, () => app.get(AttachEvidence).run(maker.sellerId, paper));
      await expect(attach(artisanPapers()[0]!)).rejects.toEqual(refusal('evidence_closed'));
      const draft = await make.applied();
      await expect(
        app.as(draft.actor, () =>
          app.get(AttachEvidence).run(draft.sellerId, { kind: 'weaver_id', number: 'HL-123456', office: 'Bhagalpur' }),
        ),
      ).rejects.toEqual(refusal('evidence_not_asked'));
    });

    test('R-4.29d one card, one verified maker', async () => {
      const card = { kind: 'pehchan_card', number: `BR-${Date.now()}`, office: 'Bhagalpur' } as const;
      const first = await make.underReview({}, artisanPapers({ pehchan_card: card }));
      const second = await make.underReview({}, artisanPapers({ pehchan_card: card }));
      await make.approved(first);
      await expect(make.approved(second)).rejects.toEqual(refusal('evidence_used_elsewhere'));
      expect(await state(second)).toBe('under_review');
    });

    test('S-63 no number of a paper stands readable in the database', async () => {
      const bank = {
        kind: 'bank_account',
        holder: 'Meena Devi',
        account: '987654321012345',
        ifsc: 'SBIN0001234',
      } as const;
      const maker = await make.verified({}, artisanPapers({ bank_account: bank }));
      const rows = await asOwner<{ dump: string }>(
        `select e::text || encode(e.value_sealed, 'escape') || s::text as dump
           from sellers.evidence e join sellers.seller s on s.id = e.seller_id where s.id = $1`,
        [maker.sellerId],
      );
      const dump = rows.map((row) => row.dump).join();
      for (const known of ['987654321012345', 'AAAPD1234C', 'Weavers Lane', 'Meena Devi"'])
        expect(dump).not.toContain(known);
      const account = await app.asSystem(() =>
        app.get(UnitOfWork).run((tx) => app.get(PayoutAccountsQuery).of(tx, maker.sellerId)),
      );
      expect(account).toEqual({ holder: 'Meena Devi', accountNumber: '987654321012345', ifsc: 'SBIN0001234' });
    });

    test('the address opens for the courier only through its query', async () => {
      const maker = await make.verified();
      const address = await app.asSystem(() =>
        app.get(UnitOfWork).run((tx) => app.get(SellersQuery).pickupAddress(tx, maker.sellerId)),
      );
      expect(address).toMatchObject({ line: '14 Weavers Lane', place: 'Champanagar', pincode: '812001' });
    });

    test('R-4.26 the PIN code lies in the district', async () => {
      const applicant = await make.person();
      const address = { line: '1', place: 'Champanagar', pincode: '812001' };
      await expect(
        app.as(applicant, () =>
          app.get(ApplyAsSeller).run({ class: 'artisan', name: 'Meena Devi', district: 'atlantis', address }),
        ),
      ).rejects.toEqual(refusal('district_unknown'));
      await expect(make.applied({ pincode: '800001' })).rejects.toEqual(refusal('pincode_in_other_district'));
      await expect(make.applied({ pincode: '560001' })).rejects.toEqual(refusal('pincode_in_other_state'));
    });

    test('a GSTIN of the register makes her registered, and shows on what others may know of her', async () => {
      const pan = 'AAKFK4210M';
      const gstin = '10AAKFK4210M1Z0';
      const first14 = gstin.slice(0, 14);
      const { gstinCheckCharacter } = await import('#platform/identifiers');
      const number = first14 + gstinCheckCharacter(first14);
      const maker = await make.verified(
        { name: 'Kosi Tussar Weavers', class: 'artisan' },
        artisanPapers({
          pan: { kind: 'pan', pan, name: 'Kosi Tussar Weavers' },
          gst: { kind: 'gst', basis: 'gstin', number },
        }),
      );
      const facts = await app.asSystem(() =>
        app.get(UnitOfWork).run((tx) => app.get(SellersQuery).byId(tx, maker.sellerId)),
      );
      expect(facts).toMatchObject({ gst_status: 'registered', gstin: number, state: 'verified' });
      expect(facts.manufacturer_key).not.toBe(maker.sellerId);
    });
  });

  describe('S-42 S-43 applications of others', () => {
    test('are not there, for the officer of another district as for another maker', async () => {
      const maker = await make.underReview();
      const elsewhere = await make.officerOf('varanasi');
      const other = await make.applied();
      const verbs = {
        approve: () => app.get(ApproveSeller).run(maker.sellerId, ['pehchan_card']),
        reject: () => app.get(RejectSeller).run(maker.sellerId, 'no'),
        ask: () => app.get(RequestInformation).run(maker.sellerId, 'more'),
        read: () => app.get(UnitOfWork).run((tx) => app.get(ApplicationsQuery).onDesk(tx, maker.sellerId)),
      };
      for (const verb of Object.values(verbs)) {
        await expect(app.as(elsewhere, verb as () => Promise<unknown>)).rejects.toEqual(refusal('seller_unknown'));
        await expect(app.as(maker.actor, verb as () => Promise<unknown>)).rejects.toEqual(refusal('seller_unknown'));
      }
      for (const actor of [other.actor, elsewhere, make.stranger()]) {
        await expect(
          app.as(actor, () => app.get(UnitOfWork).run((tx) => app.get(ApplicationsQuery).own(tx, maker.sellerId))),
        ).rejects.toEqual(refusal('seller_unknown'));
        await expect(
          app.as(actor, () => app.get(AttachEvidence).run(maker.sellerId, artisanPapers()[0]!)),
        ).rejects.toEqual(refusal('seller_unknown'));
        await expect(app.as(actor, () => app.get(SubmitApplication).run(maker.sellerId, 'en-1'))).rejects.toEqual(
          refusal('seller_unknown'),
        );
      }
    });

    test('a query that forgot its scope finds no papers and no history of theirs', async () => {
      const maker = await make.underReview();
      const count = (who: Parameters<Booted['as']>[0]) =>
        app.as(who, () =>
          app.get(UnitOfWork).run((tx) =>
            tx.many(
              z.object({ n: z.number() }),
              `select count(*)::integer as n from sellers.evidence where seller_id = $1
               union all select count(*)::integer from sellers.seller_history where seller_id = $1`,
              [maker.sellerId],
            ),
          ),
        );
      expect((await count(maker.actor)).every((row) => row.n > 0)).toBe(true);
      expect((await count(await make.officerOf('bhagalpur'))).every((row) => row.n > 0)).toBe(true);
      expect((await count(await make.officerOf('varanasi'))).map((row) => row.n)).toEqual([0, 0]);
      expect((await count(make.stranger())).map((row) => row.n)).toEqual([0, 0]);
    });

    test('S-28 the officer does not decide on her own application', async () => {
      const maker = await make.underReview();
      const officer = { ...(await make.officerOf('bhagalpur')), personId: maker.actor.personId };
      await expect(app.as(officer, () => app.get(ApproveSeller).run(maker.sellerId, ['pehchan_card']))).rejects.toEqual(
        refusal('own_application'),
      );
    });
  });
});
