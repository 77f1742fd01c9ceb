import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { type RegistriesSimulator, ScannerSimulator } from '#platform/simulators';
import { boot, type Booted } from '#platform/testing';
import {
  AgreeAsMember,
  ActivateSeller,
  AttachDocument,
  ClaimGiAuthorisation,
  DecideGiAuthorisation,
  DecideRenewal,
  DestroyDocument,
  ForgetPapers,
  ManageMembers,
  MembersQuery,
  PaperDeskQuery,
  RejectSeller,
  RemoveDocument,
  RenewPaper,
  ScanDocument,
  SellersModule,
} from '../src/index.js';
import { artisanPapers, makers, type Maker } from './builders/makers.js';
import { openRegisters } from './builders/open-sellers.js';

/** The smallest PDF of one page. */
const paper = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Page >> endobj\nstartxref\n9\n%%EOF\n');

describe('S-66 papers, traces and members', () => {
  let app: Booted;
  let make: ReturnType<typeof makers>;
  const media = mkdtempSync(join(tmpdir(), 'odop-papers-end-'));
  let registries: RegistriesSimulator;
  const scanner = new ScannerSimulator();
  beforeAll(async () => {
    registries = await openRegisters();
    await scanner.start({ secretKey: 'sk_test_simulated' });
    process.env['SCANNER_URL'] = scanner.url;
    process.env['STORAGE_URL'] = `file:${media}`;
    app = await boot([SellersModule]);
    make = makers(app);
  });
  afterAll(async () => {
    await app.close();
    await registries.stop();
    await scanner.stop();
    rmSync(media, { recursive: true, force: true });
  });

  const count = async (sql: string, values: readonly unknown[]): Promise<number> => {
    const [row] = await app.asSystem(() =>
      app.get(UnitOfWork).run((tx) => tx.many(z.object({ n: z.coerce.number() }), sql, values)),
    );
    return row!.n;
  };
  const files = () =>
    readdirSync(media, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  const attached = (
    maker: Maker,
    kind: 'pan' | 'fssai' | 'gi_user' | 'producer_register',
    replaces?: string,
  ): Promise<string> => {
    return app.as(maker.actor, () =>
      app.get(AttachDocument).run(maker.sellerId, { kind, fileName: 'paper.pdf', replaces }, paper),
    );
  };
  const scanned = (documentId: string) => app.asSystem(() => app.get(ScanDocument).run({ documentId }));
  const group = () => make.applied({ class: 'shg', name: 'Jagriti Group' });
  const removes = (maker: Maker, id: string) =>
    app.as(maker.actor, () => app.get(RemoveDocument).run(maker.sellerId, id));
  const member = (maker: Maker) =>
    app.as(maker.actor, () =>
      app.get(ManageMembers).add(maker.sellerId, { name: 'Gita Devi', mobile: null, joinedOn: '2026-01-05' }),
    );

  test('of an application that was rejected no file, trace or answer can be read any more', async () => {
    const maker = await make.applied();
    const documentId = await attached(maker, 'pan');
    await make.withPapers(maker, artisanPapers());
    const officer = await make.officerOf('bhagalpur');
    await make.submitted(maker);
    await make.checked(maker);
    const traces = `select count(*) as n from sellers.trace where seller_id = $1`;
    expect(await count(traces, [maker.sellerId])).toBe(3);
    await app.as(officer, () => app.get(RejectSeller).run(maker.sellerId, 'The card is not hers.'));
    const before = files();
    await app.asSystem(() => app.get(ForgetPapers).run(maker.sellerId));
    await app.asSystem(() => app.get(DestroyDocument).run({ documentId }));
    expect(files()).toBe(before - 1);
    expect(await count(traces, [maker.sellerId])).toBe(0);
    const keys = `select count(*) as n from platform.subject_key where subject_id = $1 and wrapped is not null`;
    expect(await count(keys, [maker.sellerId])).toBe(0);
  });

  test('of a group that came to nothing its members are forgotten too', async () => {
    const maker = await group();
    const id = await member(maker);
    await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) => tx.run(`update sellers.seller set state = 'lapsed' where id = $1`, [maker.sellerId])),
    );
    await app.asSystem(() => app.get(ForgetPapers).run(maker.sellerId));
    const keys = `select count(*) as n from platform.subject_key where subject_id = $1 and wrapped is not null`;
    expect(await count(keys, [id])).toBe(0);
  });

  test('SM-1 what she was approved on stays; a licence is added beside it', async () => {
    const maker = await make.applied();
    const [pan, licence] = [await attached(maker, 'pan'), await attached(maker, 'fssai')];
    await make.withPapers(maker, artisanPapers());
    await make.officerOf('bhagalpur');
    await make.submitted(maker);
    await make.checked(maker);
    await make.approved(maker);
    await expect(removes(maker, pan)).rejects.toMatchObject({ code: 'evidence_closed' });
    await expect(attached(maker, 'pan')).rejects.toMatchObject({ code: 'evidence_closed' });
    await expect(removes(maker, licence)).rejects.toMatchObject({ code: 'document_relied_on' });
    await expect(attached(maker, 'fssai', licence)).rejects.toMatchObject({ code: 'document_relied_on' });
    const newer = await attached(maker, 'fssai');
    const newest = await attached(maker, 'fssai', newer);
    await removes(maker, newest);
    const kept = `select count(*) as n from sellers.document where seller_id = $1 and ended_at is null`;
    expect(await count(kept, [maker.sellerId])).toBe(2);
  });

  test('SM-1 the file behind an accepted renewal stays; one of a refused or later renewal may go', async () => {
    const fssai = { kind: 'fssai', number: '20424001000123', expiresOn: '2090-05-31' } as const;
    const maker = await make.verified({}, artisanPapers({ fssai }));
    await app.asSystem(() => app.get(ActivateSeller).run(maker.sellerId));
    const officer = await make.officerOf('bhagalpur');
    const renews = async (expiresOn: string, isAccepted: boolean): Promise<void> => {
      await app.as(maker.actor, () => app.get(RenewPaper).run({ ...fssai, expiresOn }));
      const { renewals } = await app.as(officer, () =>
        app.get(UnitOfWork).run((tx) => app.get(PaperDeskQuery).one(tx, maker.sellerId)),
      );
      await app.as(officer, () =>
        app
          .get(DecideRenewal)
          .run(maker.sellerId, renewals[0]!.id, isAccepted, isAccepted ? null : 'It cannot be read.'),
      );
    };
    const blurred = await attached(maker, 'fssai');
    await renews('2091-05-31', false);
    await removes(maker, blurred);
    const [sharp, right] = [await attached(maker, 'fssai'), await attached(maker, 'gi_user')];
    await renews('2091-05-31', true);
    await expect(removes(maker, sharp)).rejects.toMatchObject({ code: 'document_relied_on' });
    await expect(attached(maker, 'fssai', sharp)).rejects.toMatchObject({ code: 'document_relied_on' });
    await removes(maker, await attached(maker, 'fssai'));
    // A certificate for a GI is another kind: it stays once her right to the name was confirmed on it.
    const claim = { gi: 'bhagalpur-silk', number: newId(), validFrom: '2024-04-01', validTo: '2090-04-01' };
    const [claimed] = await app.as(maker.actor, () => app.get(ClaimGiAuthorisation).run(maker.sellerId, claim));
    await app.as(officer, () => app.get(DecideGiAuthorisation).run(maker.sellerId, claimed!.id, true, 'Line 12.'));
    await expect(removes(maker, right)).rejects.toMatchObject({ code: 'document_relied_on' });
  });

  test.each(['rejected', 'lapsed', 'submitted'])('R-4.1 to a group that is %s no member is added', async (state) => {
    const maker = await group();
    const id = await member(maker);
    const asks = () => app.as(maker.actor, () => app.get(AgreeAsMember).ask(maker.sellerId, id));
    await expect(asks()).rejects.toMatchObject({ code: 'members_not_asked_yet' });
    await app.asSystem(() =>
      app
        .get(UnitOfWork)
        .run((tx) => tx.run(`update sellers.seller set state = $2 where id = $1`, [maker.sellerId, state])),
    );
    for (const act of [() => member(maker), asks])
      await expect(act()).rejects.toMatchObject({ code: 'evidence_closed' });
  });

  test('R-4.1 a member without a mobile agrees on a paper that a delegate scanned', async () => {
    const maker = await group();
    const id = await member(maker);
    const delegate = { ...maker.actor, delegateId: newId() };
    const agrees = (documentId: string, actor = delegate) =>
      app.as(actor, () => app.get(AgreeAsMember).onPaper(maker.sellerId, id, documentId));
    const paper = await attached(maker, 'producer_register');
    await expect(agrees(paper, maker.actor as typeof delegate)).rejects.toMatchObject({
      code: 'paper_consent_by_delegate',
    });
    await expect(agrees(paper)).rejects.toMatchObject({ code: 'document_not_scanned' });
    await scanned(paper);
    const other = await attached(maker, 'pan');
    await scanned(other);
    await expect(agrees(other)).rejects.toMatchObject({ code: 'document_unknown' });
    await agrees(paper);
    await expect(agrees(paper)).rejects.toMatchObject({ code: 'consent_given' });
    // On which she agreed is kept, and leaves room for others.
    await expect(removes(maker, paper)).rejects.toMatchObject({ code: 'document_relied_on' });
    await expect(attached(maker, 'producer_register', paper)).rejects.toMatchObject({ code: 'document_relied_on' });
    for (let i = 0; i < 4; i++) await attached(maker, 'producer_register');
    await expect(attached(maker, 'producer_register')).rejects.toMatchObject({ code: 'too_many_documents' });
    const members = await app.as(maker.actor, () =>
      app.get(UnitOfWork).run((tx) => app.get(MembersQuery).own(tx, maker.sellerId)),
    );
    expect(members).toMatchObject([{ name: 'Gita Devi', mobile: null, consent: 'paper', share_bp: 0 }]);
  });
});
