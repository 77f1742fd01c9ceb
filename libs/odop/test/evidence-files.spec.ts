import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdentityModule } from '#identity';
import { UnitOfWork } from '#platform/database';
import { newId, type Actor } from '#platform/kernel';
import { ScannerSimulator } from '#platform/simulators';
import { asOwner, boot, type Booted, ownDatabase, type TestDatabase } from '#platform/testing';
import { hoursAfter } from '#platform/time';
import {
  AttachEvidenceFile,
  DecideOdopEntry,
  DestroyEvidenceFile,
  DistrictsQuery,
  DossiersQuery,
  EvidenceFilesQuery,
  OdopModule,
  ProposeOdopEntry,
  PurgeEvidenceFiles,
  RemoveEvidenceFile,
  ScanEvidenceFile,
  type Decision,
} from '#odop';
import { pdf, pdfWith, photo } from '../../platform/uploads/test/builders/files.js';
import { freezeClock, officesOf, paperOf, releaseClock, storyOf } from './builders/offices.js';

const refusal = (code: string) => expect.objectContaining({ code });
/** The harmless text by which scanners show that they work, in two parts so that none takes this file away. */
const virus = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*';

describe('papers of a dossier', () => {
  let database: TestDatabase;
  let app: Booted;
  let by: Awaited<ReturnType<typeof officesOf>>;
  let strangers: Actor[];
  let counter = 0;
  const media = mkdtempSync(join(tmpdir(), 'odop-evidence-'));
  const scanner = new ScannerSimulator();
  beforeAll(async () => {
    await scanner.start({ secretKey: 'sk_test_simulated' });
    process.env['SCANNER_URL'] = scanner.url;
    process.env['STORAGE_URL'] = `file:${media}`;
    database = await ownDatabase();
    app = await boot([IdentityModule, OdopModule]);
    const districts = app.get(DistrictsQuery);
    by = await officesOf(app, (await districts.bySlug('rajsamand'))!);
    const elsewhere = await officesOf(app, (await districts.bySlug('gwalior'))!);
    strangers = [elsewhere.district(), elsewhere.state()];
  });
  afterAll(async () => {
    await releaseClock();
    await app.close();
    await scanner.stop();
    await database.drop();
    rmSync(media, { recursive: true, force: true });
  });

  const stored = () =>
    readdirSync(media, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

  /** A proposal with one paper. */
  async function proposed(): Promise<{ id: string; evidenceId: string }> {
    const id = await app.as(by.district(), () =>
      app.get(ProposeOdopEntry).run({
        district: 'rajsamand',
        list: 'dpiit_odop',
        product: `Test terracotta ${++counter}`,
        sector: 'handicrafts',
        rank: 'other',
        reason: 'The district committee asks for it.',
        hsn: ['6913'],
        stories: [storyOf()],
        evidence: [paperOf()],
      }),
    );
    const { evidence } = await app.asSystem(() => app.get(UnitOfWork).run((tx) => app.get(DossiersQuery).one(tx, id)));
    return { id, evidenceId: evidence[0]!.id };
  }
  const decide = (id: string, step: Decision, who: Actor) =>
    app.as(who, () => app.get(DecideOdopEntry).run(id, step, { reason: 'Decided.' }));
  type Dossier = Awaited<ReturnType<typeof proposed>>;
  const attach = (
    { id, evidenceId }: Dossier,
    bytes: Buffer,
    {
      who = by.district(),
      fileName = 'order.pdf',
      replaces,
    }: { who?: Actor; fileName?: string; replaces?: string } = {},
  ) => app.as(who, () => app.get(AttachEvidenceFile).run(id, { evidenceId, fileName, replaces }, bytes));
  const scan = (fileId: string) => app.asSystem(() => app.get(ScanEvidenceFile).run({ fileId }));
  const destroy = (fileId: string) => app.asSystem(() => app.get(DestroyEvidenceFile).run({ fileId }));
  const read = ({ id }: Dossier, fileId: string, who: Actor) =>
    app.as(who, () => app.get(UnitOfWork).run((tx) => app.get(EvidenceFilesQuery).read(tx, id, fileId)));
  const list = ({ id }: Dossier, who: Actor) =>
    app.as(who, () => app.get(UnitOfWork).run((tx) => app.get(EvidenceFilesQuery).of(tx, id)));
  const remove = ({ id }: Dossier, fileId: string, who = by.district()) =>
    app.as(who, () => app.get(RemoveEvidenceFile).run(id, fileId));

  test('S-58 S-63 a paper is sealed in the store, waits for the scanner, and is then the same for each desk', async () => {
    const dossier = await proposed();
    const paper = await pdf(2);
    const before = stored();
    const id = await attach(dossier, paper);
    expect(stored()).toBe(before + 1);
    const files = readdirSync(media, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name)).includes('%PDF')).toBe(false);
    await expect(read(dossier, id, by.district())).rejects.toEqual(refusal('evidence_file_not_scanned'));
    await scan(id);
    await scan(id);
    const sha256 = createHash('sha256').update(paper).digest('hex');
    for (const who of [by.district(), by.state(), by.national()]) {
      const { file, bytes } = await read(dossier, id, who);
      expect([bytes.equals(paper), file.sha256, file.pages, file.state]).toEqual([true, sha256, 2, 'clean']);
    }
    const reads = await asOwner(
      `select person_id from platform.audit where action = 'odop.evidence_file_read' and object_id = $1`,
      [id],
    );
    expect(reads).toHaveLength(3);
  });

  test('S-42 S-43 to other officers it is not there; the office that handed it in keeps reading it', async () => {
    const dossier = await proposed();
    const id = await attach(dossier, await pdf());
    await scan(id);
    for (const who of strangers) {
      expect(await list(dossier, who)).toEqual([]);
      await expect(read(dossier, id, who)).rejects.toEqual(refusal('evidence_file_unknown'));
      await expect(remove(dossier, id, who)).rejects.toEqual(refusal('outside_your_desk'));
      await expect(attach(dossier, await pdf(), { who })).rejects.toEqual(refusal('outside_your_desk'));
    }
    const other = await proposed();
    await expect(read(other, id, by.district())).rejects.toEqual(refusal('evidence_file_unknown'));
    await expect(read({ ...dossier, id: newId() }, id, by.district())).rejects.toEqual(refusal('odop_entry_not_found'));
    // The entry goes with another district: who handed the paper in still reads it, the new desk does too.
    await asOwner(
      `update odop.entry set district_id = (select id from odop.district where slug = 'gwalior') where id = $1`,
      [dossier.id],
    );
    expect((await read(dossier, id, by.district())).file.id).toBe(id);
    expect((await read(dossier, id, strangers[0]!)).file.id).toBe(id);
    await expect(read(dossier, id, by.state())).rejects.toEqual(refusal('evidence_file_unknown'));
  });

  test('SM-2 what the State reads stays as it was handed over, until it gives the proposal back', async () => {
    const dossier = await proposed();
    const id = await attach(dossier, await photo(300, 200), { fileName: 'order.jpg' });
    await decide(dossier.id, 'complete_dossier', by.district());
    await expect(remove(dossier, id)).rejects.toEqual(refusal('illegal_transition'));
    await expect(attach(dossier, await pdf())).rejects.toEqual(refusal('illegal_transition'));
    await decide(dossier.id, 'return', by.state());
    await attach(dossier, await pdf(), { replaces: id, who: by.national() });
    expect((await list(dossier, by.state())).map(({ state, content_type }) => [state, content_type])).toEqual([
      ['waiting', 'application/pdf'],
    ]);
  });

  const whole = pdf();
  test.each<[string, string, () => Promise<Buffer> | Buffer, string?]>([
    ['nothing', 'file_unreadable', () => Buffer.alloc(0)],
    ['words', 'file_unreadable', () => Buffer.from('Notified on 4 May.')],
    ['a drawing with a program', 'file_unreadable', () => Buffer.from('<svg onload="alert(1)"/>'), 'order.svg'],
    ['a photo that says it is a PDF', 'file_unreadable', () => photo(10, 10)],
    ['a PDF that was cut off', 'file_unreadable', async () => (await whole).subarray(0, 400)],
    ['a photo that was cut off', 'file_unreadable', async () => (await photo(900, 900)).subarray(0, 900), 'order.jpg'],
    ['a PDF with a page hung on to it', 'file_unsafe', async () => Buffer.concat([await whole, Buffer.from('<html>')])],
    [
      'a PDF that is an archive too',
      'file_unsafe',
      async () => Buffer.concat([Buffer.from(await whole).subarray(0, -6), Buffer.from('PK\u0005\u0006\n%%EOF\n')]),
    ],
    ['a PDF with a program', 'file_unsafe', () => pdfWith('<< /S /J#61vaScript >>')],
    ['a PDF of 21 pages', 'file_too_large', () => pdf(21)],
    ['more than 5 MiB', 'file_too_large', () => Buffer.alloc(5 * 1024 * 1024 + 1, '%PDF-1.7\n')],
  ])('S-58 %s is refused: %s', async (_, code, bytes, fileName = 'order.pdf') => {
    const dossier = await proposed();
    const before = stored();
    await expect(attach(dossier, await bytes(), { fileName })).rejects.toEqual(refusal(code));
    expect([stored(), await list(dossier, by.district())]).toEqual([before, []]);
  });

  test('S-58 one with a virus ends and is destroyed', async () => {
    const dossier = await proposed();
    const id = await attach(dossier, pdfWith(`(${virus})`));
    const before = stored();
    await scan(id);
    await expect(read(dossier, id, by.state())).rejects.toEqual(refusal('evidence_file_infected'));
    await destroy(id);
    expect(stored()).toBe(before - 1);
    expect(await list(dossier, by.district())).toMatchObject([{ state: 'infected' }]);
  });

  test('S-52 of one paper there are four files, infected ones not counted; a fifth takes the place of one', async () => {
    const dossier = await proposed();
    const paper = await pdf();
    const ill = await attach(dossier, pdfWith(`(${virus})`));
    await scan(ill);
    const ids: string[] = [];
    for (let i = 0; i < 4; i++) ids.push(await attach(dossier, paper));
    await expect(attach(dossier, paper)).rejects.toEqual(refusal('too_many_evidence_files'));
    await attach(dossier, paper, { replaces: ids[0]! });
    await expect(attach(dossier, paper, { replaces: ids[0]! })).rejects.toEqual(refusal('evidence_file_unknown'));
    const stranger = { ...dossier, evidenceId: newId() };
    await expect(attach(stranger, paper)).rejects.toEqual(refusal('evidence_unknown'));
  });

  test('S-66 what is removed or replaced is destroyed; a scan that comes later changes nothing', async () => {
    const dossier = await proposed();
    const [removed, replaced] = [await attach(dossier, await pdf()), await attach(dossier, await pdf())];
    await remove(dossier, removed);
    await attach(dossier, await pdf(), { replaces: replaced });
    const before = stored();
    for (const id of [removed, replaced]) {
      await scan(id);
      await destroy(id);
      await destroy(id);
      await expect(read(dossier, id, by.district())).rejects.toEqual(refusal('evidence_file_unknown'));
      await expect(remove(dossier, id)).rejects.toEqual(refusal('evidence_file_unknown'));
    }
    expect(stored()).toBe(before - 2);
    expect(await list(dossier, by.district())).toHaveLength(1);
    await destroy((await list(dossier, by.district()))[0]!.id);
    expect(stored()).toBe(before - 2);
  });

  test('S-66 papers of an entry that was refused are kept for three years, to the second', async () => {
    const dossier = await proposed();
    const id = await attach(dossier, await pdf());
    const refusedAt = new Date('2030-01-10T06:00:00Z');
    await freezeClock(refusedAt);
    await decide(dossier.id, 'reject', by.state());
    await asOwner(`update odop.entry set state_since = $2 where id = $1`, [dossier.id, refusedAt]);
    const kept = hoursAfter(refusedAt, 24 * 1_095);
    for (const [seconds, there] of [
      [0, 1],
      [1, 0],
    ] as const) {
      await freezeClock(new Date(kept.getTime() + seconds * 1_000));
      await app.asSystem(() => app.get(PurgeEvidenceFiles).run());
      expect(await list(dossier, by.district())).toHaveLength(there);
    }
    await releaseClock();
    const before = stored();
    await destroy(id);
    expect(stored()).toBe(before - 1);
    // What is listed, or still being decided, keeps its papers.
    const listed = await proposed();
    await attach(listed, await pdf());
    await freezeClock(new Date('2040-01-10T06:00:00Z'));
    await app.asSystem(() => app.get(PurgeEvidenceFiles).run());
    expect(await list(listed, by.district())).toHaveLength(1);
    await releaseClock();
  });
});
