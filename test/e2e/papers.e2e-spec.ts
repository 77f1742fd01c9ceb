import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DestroyDocument, ForgetDevices, ScanDocument } from '#sellers';
import { UnitOfWork, type Tx } from '#platform/database';
import { newId } from '#platform/kernel';
import { ScannerSimulator } from '#platform/simulators';
import { asOwner, type ApiClient } from '#platform/testing';
import type { SignedInPerson } from '../../libs/identity/test/builders/identity-actors.js';
import { pdf, pdfWith, photo } from '../../libs/platform/uploads/test/builders/files.js';
import { artisanPapers } from '../../libs/sellers/test/builders/makers.js';
import { asSystem, openSellersDesk, requestsOf, type SellersDesk } from '../support/sellers-desk.js';

describe('Papers of a maker', () => {
  let app: NestFastifyApplication;
  let api: ApiClient;
  let people: SellersDesk['people'];
  let officer: SignedInPerson;
  let elsewhere: SignedInPerson;
  let media: string;
  let desk: SellersDesk;
  const scanner = new ScannerSimulator();
  beforeAll(async () => {
    await scanner.start({ secretKey: 'sk_test_simulated' });
    desk = await openSellersDesk({ SCANNER_URL: scanner.url });
    ({ app, api, people, officer, elsewhere, media } = desk);
  });
  afterAll(async () => {
    await desk.close();
    await scanner.stop();
  });

  const as = (who: SignedInPerson) => requestsOf(api, who);
  const applies: SellersDesk['applies'] = (who, sellerClass) => desk.applies(who, sellerClass);

  describe('S-58 documents', () => {
    const filesThere = async () =>
      (await readdir(media, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const jobs = async (name: string, documentId: string) =>
      asOwner(`select id from platform.outbox where name = $1 and payload ->> 'documentId' = $2`, [name, documentId]);
    const scans = (documentId: string) => asSystem(() => app.get(ScanDocument, { strict: false }).run({ documentId }));
    const destroys = (documentId: string) =>
      asSystem(() => app.get(DestroyDocument, { strict: false }).run({ documentId }));

    test('a scan is kept sealed, looked at by the scanner, read by her and by her desk, and by nobody else', async () => {
      const who = await people.shopper('Meena Devi');
      const sellerId = await applies(who);
      const path = `/v1/seller/applications/${sellerId}/documents`;
      const paper = await pdf(2);
      const { body, headers } = await as(who)
        .upload(`${path}?kind=pehchan_card&fileName=pehchan.pdf`, paper)
        .expect(201);
      expect(body).toMatchObject({ kind: 'pehchan_card', type: 'application/pdf', pages: 2, state: 'waiting' });
      expect(headers['location']).toBe(`${path}/${body.id}`);
      expect((await as(who).get(`${path}/${body.id}`)).body.code).toBe('document_not_scanned');
      expect(await jobs('sellers.scan-document', body.id as string)).toHaveLength(1);
      await scans(body.id as string);
      expect((await as(who).get(path).expect(200)).body.items).toMatchObject([{ id: body.id, state: 'clean' }]);

      const read = await as(who).get(`${path}/${body.id}`).expect(200);
      expect((read.body as Buffer).equals(paper)).toBe(true);
      expect(read.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="pehchan_card-${body.id}.pdf"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      for (const entry of await filesThere()) {
        const file = await readFile(join(entry.parentPath, entry.name));
        expect(file.includes('%PDF')).toBe(false);
      }

      const onDesk = `/v1/admin/sellers/${sellerId}/documents`;
      await as(officer).get(`${onDesk}/${body.id}`).expect(404);
      await desk.takesUp(sellerId);
      expect((await as(officer).get(onDesk).expect(200)).body.items).toMatchObject([{ id: body.id }]);
      await as(officer).get(`${onDesk}/${body.id}`).expect(200);
      await as(elsewhere).get(onDesk).expect(404);
      await as(elsewhere).get(`${onDesk}/${body.id}`).expect(404);
      const other = await people.shopper('Lata Devi');
      await as(other).get(path).expect(404);
      await as(other).get(`${path}/${body.id}`).expect(404);
      const otherShop = await applies(other);
      await as(other).get(`/v1/seller/applications/${otherShop}/documents/${body.id}`).expect(404);
      const looks = await asOwner<{ person_id: string }>(
        `select person_id from platform.audit where action = 'sellers.document_read' and object_id = $1 order by at`,
        [body.id],
      );
      expect(looks.map((look) => look.person_id)).toEqual([who.personId, officer.personId]);
    });

    test('while somebody looks at her papers they stay as they are', async () => {
      const who = await people.shopper('Meena Devi');
      const sellerId = await applies(who);
      const path = `/v1/seller/applications/${sellerId}/documents`;
      const { body } = await as(who)
        .upload(`${path}?kind=pan&fileName=a.pdf`, await pdf())
        .expect(201);
      await desk.takesUp(sellerId);
      const late = await as(who).upload(`${path}?kind=pan&fileName=b.pdf`, await pdf());
      expect(late.body).toMatchObject({ status: 409, code: 'evidence_closed' });
      expect((await as(who).delete(`${path}/${body.id}`)).body.code).toBe('evidence_closed');
    });

    test('a virus is refused, its file destroyed', async () => {
      const who = await people.shopper('Meena Devi');
      const sellerId = await applies(who);
      const path = `/v1/seller/applications/${sellerId}/documents`;
      const sign = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*';
      const { body } = await as(who)
        .upload(`${path}?kind=pan&fileName=a.pdf`, pdfWith(`(${sign})`))
        .expect(201);
      const before = (await filesThere()).length;
      await scans(body.id as string);
      expect((await as(who).get(path)).body.items).toMatchObject([{ state: 'infected' }]);
      expect((await as(who).get(`${path}/${body.id}`)).body).toMatchObject({ status: 410, code: 'document_infected' });
      expect(await jobs('sellers.destroy-document', body.id as string)).toHaveLength(1);
      await destroys(body.id as string);
      expect(await filesThere()).toHaveLength(before - 1);
    });

    test('a scanner that does not answer shows the file to nobody, and is asked again', async () => {
      const who = await people.shopper('Meena Devi');
      const sellerId = await applies(who);
      const path = `/v1/seller/applications/${sellerId}/documents`;
      const { body } = await as(who)
        .upload(`${path}?kind=pan&fileName=pan.webp`, await photo(40, 30, 'webp'), 'image/webp')
        .expect(201);
      scanner.fault({ kind: 'drop_before', times: 1 });
      await expect(scans(body.id as string)).rejects.toThrow('the scanner could not be asked');
      await as(who).get(`${path}/${body.id}`).expect(409);
      await scans(body.id as string);
      await scans(body.id as string);
      expect((await as(who).get(`${path}/${body.id}`).expect(200)).headers['content-type']).toBe('image/jpeg');
    });

    test('S-66 what is replaced or taken away leaves the store; S-52 four of a kind are enough', async () => {
      const who = await people.shopper('Meena Devi');
      const sellerId = await applies(who);
      const path = `/v1/seller/applications/${sellerId}/documents`;
      const sends = async (more = '') => as(who).upload(`${path}?kind=pan&fileName=a.pdf${more}`, await pdf());
      const ids: string[] = [];
      for (let i = 0; i < 4; i++) ids.push(((await sends()).body as { id: string }).id);
      const before = (await filesThere()).length;
      expect((await sends()).body).toMatchObject({ status: 409, code: 'too_many_documents' });
      expect(await filesThere()).toHaveLength(before);
      expect((await sends(`&replaces=${newId()}`)).body.code).toBe('document_unknown');
      expect((await sends(`&replaces=${ids[0]}`)).status).toBe(201);
      await as(who).delete(`${path}/${ids[1]}`).expect(204);
      for (const id of ids.slice(0, 2)) {
        await as(who).get(`${path}/${id}`).expect(404);
        await destroys(id);
        await destroys(id);
      }
      await destroys(ids[2]!);
      expect(await filesThere()).toHaveLength(before - 1);
      expect((await as(who).get(path)).body.items).toHaveLength(3);
    });

    test.each([
      ['an Aadhaar number in its name', 'kind=pan&fileName=2341%202341%202346.pdf', 'invalid_input'],
      ['a name that says something else', 'kind=pan&fileName=pan.jpg', 'file_unreadable'],
      ['a kind her class is not asked for', 'kind=dpiit&fileName=a.pdf', 'evidence_not_asked'],
      ['no kind', 'fileName=a.pdf', 'invalid_input'],
    ])('R-4.30 %s is refused, and nothing kept', async (_, query, code) => {
      const who = await people.shopper('Meena Devi');
      const sellerId = await applies(who);
      const before = (await filesThere()).length;
      const path = `/v1/seller/applications/${sellerId}/documents`;
      const refused = await as(who).upload(`${path}?${query}`, await pdf());
      expect(refused.body).toMatchObject({ status: 422, code });
      expect((await as(who).get(path)).body.items).toEqual([]);
      expect(await filesThere()).toHaveLength(before);
    });

    test('what is no paper is refused before it is kept', async () => {
      const who = await people.shopper('Meena Devi');
      const path = `/v1/seller/applications/${await applies(who)}/documents?kind=pan&fileName=a.pdf`;
      const program = pdfWith('<< /S /JavaScript /JS (app.alert(1)) >>');
      expect((await as(who).upload(path, program)).body).toMatchObject({ status: 422, code: 'file_unsafe' });
      const many = await pdf(21);
      expect((await as(who).upload(path, many)).body).toMatchObject({ status: 422, code: 'file_too_large' });
      expect((await as(who).upload(path, Buffer.alloc(6 * 1024 * 1024))).status).toBe(413);
      expect((await as(who).upload(path, await pdf(), 'text/html')).status).toBe(415);
    });
  });

  test('R-4.3 a maker proves over HTTP that her enterprise is a micro one', async () => {
    const who = await people.shopper('Meena Devi');
    const sellerId = await applies(who);
    const path = `/v1/seller/applications/${sellerId}`;
    await as(who).post(`${path}/evidence`, { kind: 'udyam', number: 'UDYAM-BR-01-0000111' }).expect(200);
    const typed = await as(who).post(`${path}/preferences`, { flag: 'mse' });
    expect(typed.body).toMatchObject({ status: 422, code: 'invalid_input' });
    const asked = await as(who).post(`${path}/preferences/codes`, { register: 'udyam' }).expect(202);
    const proof = { proofId: asked.body.proofId as string, code: '000111' };
    const other = await people.shopper('Lata Devi');
    await as(other).post(`${path}/preferences`, proof).expect(404);
    expect((await as(who).post(`${path}/preferences`, proof).expect(200)).body.items).toMatchObject([
      { flag: 'enterprise', size: 'micro', source: 'udyam' },
      { flag: 'mse', size: 'micro', source: 'udyam' },
    ]);
    expect((await as(who).get(`${path}/preferences`).expect(200)).body.items).toHaveLength(2);
  });

  describe('S-63 sellers who have something in common', () => {
    const account = {
      kind: 'bank_account',
      holder: 'Meena Devi',
      account: '30000045611',
      ifsc: 'SBIN0001234',
    } as const;
    async function before(name: string, change: Parameters<typeof artisanPapers>[0] = {}, device?: string) {
      const who = await people.shopper(name);
      const sellerId = await applies(who);
      for (const paper of artisanPapers({ bank_account: account, ...change })) {
        await as(who).post(`/v1/seller/applications/${sellerId}/evidence`, paper).expect(200);
      }
      await as(who)
        .post(`/v1/seller/applications/${sellerId}/submission`, { consentNotice: 'en-1', device })
        .expect(200);
      await desk.machineChecks(sellerId);
      return { who, sellerId, desk: `/v1/admin/sellers/${sellerId}` };
    }
    const pan = (pan: string) => ({ kind: 'pan', pan, name: 'Meena Devi' }) as const;
    const approves = (desk: string) => as(officer).post(`${desk}/approval`, { confirmed: ['pehchan_card'] });

    test('a household with one account is shown to the officer, cleared, and never stopped', async () => {
      const first = await before('Meena Devi', { pan: pan('ABCPD5511K') });
      expect((await as(officer).get(`${first.desk}/duplicates`).expect(200)).body.items).toEqual([]);
      const second = await before('Meena Devi', { pan: pan('ABCPD5522K') });
      const { body } = await as(officer).get(`${second.desk}/duplicates`).expect(200);
      expect(body.items).toMatchObject([
        { matches: 'bank_account', state: 'open', other: { id: first.sellerId, district: 'Bhagalpur' } },
      ]);
      expect(JSON.stringify(body)).not.toContain('45611');
      await as(elsewhere).get(`${second.desk}/duplicates`).expect(404);
      await as(second.who).get(`${second.desk}/duplicates`).expect(403);
      const decision = `${second.desk}/duplicates/${body.items[0].id}/decision`;
      const cleared = { state: 'cleared', reason: 'Mother and daughter of one house.' };
      await as(officer).post(decision, { state: 'cleared' }).expect(422);
      const said = await as(officer).post(decision, cleared).expect(200);
      expect(said.body.items).toMatchObject([{ state: 'cleared', reason: cleared.reason }]);
      expect((await as(officer).post(decision, cleared)).body.code).toBe('duplicate_decided');
      await approves(second.desk).expect(200);
    });

    /** Applications that share nothing but perhaps the device. */
    const from = (device: string, name: string) =>
      before(name, { bank_account: artisanPapers().find(isAccount)! }, device);
    const isAccount = ({ kind }: { kind: string }) => kind === 'bank_account';
    const devicesSeen = async ({ desk }: { desk: string }) =>
      (
        (await as(officer).get(`${desk}/duplicates`).expect(200)).body.items as {
          matches: string;
          other: { id: string };
        }[]
      )
        .filter(({ matches }) => matches === 'device')
        .map(({ other }) => other.id);

    test('S-30 one device: shown to the officer, stops nobody, is never told; many of one device say nothing', async () => {
      const device = randomBytes(16).toString('base64url');
      const mother = await from(device, 'Meena Devi');
      const daughter = await from(device, 'Asha Devi');
      expect(await devicesSeen(mother)).toEqual([]);
      expect(await devicesSeen(daughter)).toEqual([mother.sellerId]);
      const shown = await as(officer).get(`${daughter.desk}/duplicates`).expect(200);
      expect(JSON.stringify(shown.body)).not.toContain(device);
      await approves(daughter.desk).expect(200);
      for (const name of ['Rani Devi', 'Lata Devi']) await from(device, name);
      expect(await devicesSeen(await from(device, 'Usha Devi'))).toEqual([]);
    });

    test('S-66 a device is forgotten after 180 days, and what the hardware is called is refused', async () => {
      const device = randomBytes(16).toString('base64url');
      const first = await from(device, 'Meena Devi');
      const traces = <T>(work: (tx: Tx) => Promise<T>) => asSystem(() => app.get(UnitOfWork).run(work));
      const row = z.object({ value_hash: z.custom<Buffer>() });
      const kept = () =>
        traces((tx) =>
          tx.many(row, `select value_hash from sellers.trace where seller_id = $1 and kind = 'device'`, [
            first.sellerId,
          ]),
        );
      const ages = async (days: number) => {
        const [there] = await kept();
        await traces(async (tx) => {
          await tx.run(`delete from sellers.trace where seller_id = $1 and kind = 'device'`, [first.sellerId]);
          await tx.run(
            `insert into sellers.trace (seller_id, kind, value_hash, seen_at)
             values ($1, 'device', $2, platform.now() - make_interval(days => $3))`,
            [first.sellerId, there!.value_hash, days],
          );
        });
      };
      const forgets = () => asSystem(() => app.get(ForgetDevices, { strict: false }).run());
      await ages(179);
      await forgets();
      expect(await kept()).toHaveLength(1);
      await ages(181);
      await forgets();
      expect(await kept()).toEqual([]);
      expect(await devicesSeen(await from(device, 'Asha Devi'))).toEqual([]);
      const path = `/v1/seller/applications/${first.sellerId}/submission`;
      const hardware = await as(first.who).post(path, { consentNotice: 'en-1', device: '00:1A:2B:3C:4D:5E' });
      expect(hardware.body).toMatchObject({ status: 422, code: 'invalid_input' });
    });

    test('a flag nobody decided stops nobody; a confirmed one is not verified again', async () => {
      const first = await before('Radha Devi', { pan: pan('ABCPD5533K') });
      const second = await before('Radha Devi', { pan: pan('ABCPD5533K') });
      const { body } = await as(officer).get(`${second.desk}/duplicates`).expect(200);
      const same = (body.items as { id: string; matches: string; other: { id: string } }[]).find(
        ({ matches, other }) => matches === 'pan' && other.id === first.sellerId,
      )!;
      const decision = `/duplicates/${same.id}/decision`;
      const confirmed = { state: 'confirmed', reason: 'The same person with a second telephone.' };
      expect((await as(officer).post(first.desk + decision, confirmed)).body.code).toBe('duplicate_unknown');
      await approves(first.desk).expect(200);
      await as(officer)
        .post(second.desk + decision, confirmed)
        .expect(200);
      expect((await approves(second.desk)).body).toMatchObject({ status: 409, code: 'duplicate_confirmed' });
    });
  });
});
