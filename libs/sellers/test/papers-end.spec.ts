import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { UnitOfWork } from '#platform/database';
import { newId } from '#platform/kernel';
import { RegistriesSimulator, ScannerSimulator } from '#platform/simulators';
import { boot, type Booted } from '#platform/testing';
import {
  AgreeAsMember,
  AttachDocument,
  DestroyDocument,
  ForgetPapers,
  ManageMembers,
  MembersQuery,
  RejectSeller,
  ScanDocument,
  SellersModule,
} from '../src/index.js';
import { artisanPapers, makers, type Maker } from './builders/makers.js';

/** The smallest PDF of one page. */
const paper = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Page >> endobj\nstartxref\n9\n%%EOF\n');

describe('S-66 papers, traces and members', () => {
  let app: Booted;
  let make: ReturnType<typeof makers>;
  const media = mkdtempSync(join(tmpdir(), 'odop-papers-end-'));
  const registries = new RegistriesSimulator();
  const scanner = new ScannerSimulator();
  beforeAll(async () => {
    await registries.start({ secretKey: 'sk_test_simulated' });
    await scanner.start({ secretKey: 'sk_test_simulated' });
    process.env['REGISTRIES_URL'] = registries.url;
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
  const attached = (maker: Maker, kind: 'pan' | 'producer_register'): Promise<string> => {
    return app.as(maker.actor, () =>
      app.get(AttachDocument).run(maker.sellerId, { kind, fileName: 'paper.pdf' }, paper),
    );
  };
  const scanned = (documentId: string) => app.asSystem(() => app.get(ScanDocument).run({ documentId }));
  const group = () => make.applied({ class: 'shg', name: 'Jagriti Group' });
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
    const members = await app.as(maker.actor, () =>
      app.get(UnitOfWork).run((tx) => app.get(MembersQuery).own(tx, maker.sellerId)),
    );
    expect(members).toMatchObject([{ name: 'Gita Devi', mobile: null, consent: 'paper', share_bp: 0 }]);
  });
});
