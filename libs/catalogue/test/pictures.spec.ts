import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UnitOfWork, type Tx } from '#platform/database';
import type { Actor } from '#platform/kernel';
import { RegistriesSimulator } from '#platform/simulators';
import { asOwner, boot, type Booted } from '#platform/testing';
import { AddPictures, CatalogueModule, MediaQuery, PurgeMedia } from '../src/index.js';
import { goods } from './builders/goods.js';
import { pictures } from './builders/pictures.js';

describe('S-58 Pictures of goods', () => {
  let app: Booted;
  let shop: ReturnType<typeof goods>;
  const folder = mkdtempSync(join(tmpdir(), 'odop-media-'));
  const registries = new RegistriesSimulator();
  const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => app.as(actor, () => app.get(UnitOfWork).run(work));

  beforeAll(async () => {
    await registries.start({ secretKey: 'sk_test_simulated' });
    process.env['REGISTRIES_URL'] = registries.url;
    process.env['STORAGE_URL'] = `file:${folder}`;
    app = await boot([CatalogueModule]);
    shop = goods(app);
  });
  afterAll(async () => {
    await app.close();
    await registries.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the platform’s own are kept once, stand in anybody’s goods and are nobody’s to forget', async () => {
    const add = app.get(AddPictures);
    const [motif, other] = [pictures.png(611, 407), pictures.png(611, 409)];
    const first = await app.asSystem(() => add.ofPlatform([motif, other, motif]));
    expect(first[0]).toEqual(first[2]);
    expect((await app.asSystem(() => add.ofPlatform([other])))[0]).toEqual(first[1]);
    const mediaId = first[0]!.mediaId;
    await asOwner(`update catalogue.media set uploaded_at = clock_timestamp() - interval '31 days' where id = $1`, [
      mediaId,
    ]);
    await app.asSystem(() => app.get(PurgeMedia).run());
    const maker = await shop.make.verified();
    const images = [{ mediaId, alt: 'a motif' }, ...(await shop.images(maker)).slice(1)];
    await shop.drafted(maker, { images });
    expect((await app.get(MediaQuery).shown(mediaId)).bytes.equals(motif)).toBe(true);
    expect((await inTx(maker.actor, (tx) => app.get(MediaQuery).own(tx, mediaId))).bytes.equals(motif)).toBe(true);
  });
});
