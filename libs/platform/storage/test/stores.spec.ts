import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { simulatorOf } from '#platform/config';
import type { ServiceKeys } from '#platform/crypto';
import { S3Simulator } from '#platform/simulators';
import {
  FolderUploads,
  ReceiveUpload,
  storeFor,
  type ObjectStore,
  type SignedUpload,
  type StorageSettings,
} from '#platform/storage';

const type = 'image/png';
const bytes = Buffer.from('PNG'.padEnd(40_000, '\0'));
const secretKey = 'sk_test_simulated';
const soon = () => new Date(Date.now() + 60_000);

const keys: Pick<ServiceKeys, 'hmac'> = {
  hmac: (purpose, ...parts) => createHmac('sha256', purpose).update(parts.join()).digest(),
};

function storeWith(settings: Partial<StorageSettings>) {
  const uploads = new FolderUploads(keys as ServiceKeys);
  const defaults = { S3_REGION: 'ap-south-1', S3_PATH_STYLE: true, STORAGE_URL: '' };
  const store = storeFor({ ...defaults, ...settings }, uploads);
  const receive = new ReceiveUpload(uploads, store);
  const codes: string[] = [];
  const send = async ({ method, url, headers, fields }: SignedUpload, file: Buffer): Promise<number> => {
    if (method === 'PUT') {
      return receive.run(url.slice('/v1/public/uploads/'.length), headers['content-type']!, file).then(
        () => 204,
        (refusal: { status: number; code: string }) => {
          codes.push(refusal.code);
          return refusal.status;
        },
      );
    }
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(file)]));
    return (await fetch(url, { method, body: form })).status;
  };
  return { store, send, codes };
}

const s3 = new S3Simulator();
const folder = mkdtempSync(join(tmpdir(), 'odop-media-'));
const bucketSettings = (endpoint: string) => ({
  STORAGE_URL: 's3://papers',
  S3_ENDPOINT: endpoint,
  S3_ACCESS_KEY_ID: S3Simulator.keyId,
  S3_SECRET_ACCESS_KEY: secretKey,
});

beforeAll(() => s3.start({ secretKey }));
afterAll(() => s3.stop());

describe.each([
  ['a folder', () => storeWith({ STORAGE_URL: `file:${folder}` })],
  ['a bucket', () => storeWith(bucketSettings(s3.url))],
])('S-58 An object store in %s', (_, open) => {
  let store: ObjectStore;
  let send: (upload: SignedUpload, file: Buffer) => Promise<number>;
  beforeAll(() => ({ store, send } = open()));

  test('gives back what was kept, byte for byte, and nothing for what was not', async () => {
    await store.put('ab/cd/kept', bytes);
    expect(await store.get('ab/cd/kept')).toEqual(bytes);
    expect(await store.get('ab/cd/other')).toBeNull();
    await store.put('ab/cd/empty', Buffer.alloc(0));
    expect(await store.get('ab/cd/empty')).toEqual(Buffer.alloc(0));
  });

  test('keeps the same file twice, also at once, and removes it twice', async () => {
    await Promise.all([1, 2, 3].map(() => store.put('ab/cd/twice', bytes)));
    expect(await store.get('ab/cd/twice')).toEqual(bytes);
    await store.remove('ab/cd/twice');
    await store.remove('ab/cd/twice');
    expect(await store.get('ab/cd/twice')).toBeNull();
  });

  test.each(['../outside', '/etc/passwd', 'ab//cd', 'AB/cd', '', 'ab/c.d'])('takes no key like %p', async (key) => {
    await expect(store.put(key, bytes)).rejects.toThrow('a storage key has the form we gave it');
  });

  test('says that it works', async () => {
    expect(await store.probe()).toBe(store.place);
  });

  test('lets somebody outside put exactly the file that was spoken of', async () => {
    const invited = await store.invite('up/load/one', { type, size_bytes: bytes.length, until: soon() });
    expect(await send(invited, bytes)).toBe(204);
    expect(await store.get('up/load/one')).toEqual(bytes);
  });

  test('and no larger or smaller one, under no other key, of no other kind', async () => {
    const invited = await store.invite('up/load/two', { type, size_bytes: bytes.length, until: soon() });
    expect(await send(invited, Buffer.concat([bytes, bytes]))).toBeGreaterThanOrEqual(400);
    expect(await send(invited, bytes.subarray(1))).toBeGreaterThanOrEqual(400);
    const bent: SignedUpload[] =
      invited.method === 'POST'
        ? [
            { ...invited, fields: { ...invited.fields, key: 'up/load/else' } },
            { ...invited, fields: { ...invited.fields, 'Content-Type': 'text/html' } },
            { ...invited, fields: { ...invited.fields, 'X-Amz-Signature': '0'.repeat(64) } },
            { ...invited, fields: { ...invited.fields, acl: 'public-read' } },
          ]
        : [
            { ...invited, url: invited.url.replace('/v1/public/uploads/', '/v1/public/uploads/a') },
            { ...invited, url: `${invited.url}a` },
            { ...invited, headers: { 'content-type': 'text/html' } },
          ];
    for (const one of bent) expect(await send(one, bytes)).toBeGreaterThanOrEqual(400);
    expect([await store.get('up/load/two'), await store.get('up/load/else')]).toEqual([null, null]);
  });
});

describe('A folder', () => {
  test('forgets what a process that died left beside a file', async () => {
    const { store } = storeWith({ STORAGE_URL: `file:${folder}` });
    const half = join(folder, 'ab/ef/half.0190');
    await store.put('ab/ef/other', bytes);
    writeFileSync(half, 'half');
    await store.put('ab/ef/half', bytes);
    expect(readdirSync(dirname(half)).sort()).toEqual(['half', 'other']);
    writeFileSync(half, 'half');
    await store.remove('ab/ef/half');
    expect(readdirSync(dirname(half))).toEqual(['other']);
  });

  test('that cannot be written is said, as a fault that may pass', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { store } = storeWith({ STORAGE_URL: `file:${folder}` });
    await expect(store.put('file/a', bytes)).rejects.toMatchObject({ name: 'StoreAway', statusCode: 503 });
  });

  test('takes nothing at an address that is over, nobody gave, or was given for something else, and says so', async () => {
    const { store, send, codes } = storeWith({ STORAGE_URL: `file:${folder}` });
    const terms = { type, size_bytes: bytes.length, until: soon() };
    const late = await store.invite('up/load/late', { ...terms, until: new Date(Date.now() - 1) });
    const good = await store.invite('up/load/late', terms);
    expect(await send(late, bytes)).toBe(410);
    expect(await send({ ...good, url: `${good.url.slice(0, -2)}xx` }, bytes)).toBe(404);
    expect(await send(good, bytes.subarray(1))).toBe(422);
    expect(codes).toEqual(['upload_address_over', 'upload_address_unknown', 'upload_unlike']);
    expect(await store.get('up/load/late')).toBeNull();
  });
});

describe('S-17 A bucket that has a bad day', () => {
  const open = (settings = {}) => storeWith({ ...bucketSettings(s3.url), ...settings }).store;
  afterEach(() => s3.faults.clear());

  test.each(['out_of_order', 'too_busy', 'drop_before', 'drop_after'])('%s twice: it is asked again', async (kind) => {
    const store = open();
    s3.fault({ kind, times: 2 });
    await store.put('bad/day/one', bytes);
    s3.fault({ kind, times: 2 });
    expect(await store.get('bad/day/one')).toEqual(bytes);
  });

  test('a file cut on its way is asked for again, and never taken for whole', async () => {
    const store = open();
    await store.put('bad/day/cut', bytes);
    s3.fault({ kind: 'cut_body', times: 2 });
    expect(await store.get('bad/day/cut')).toEqual(bytes);
    s3.fault({ kind: 'cut_body' });
    await expect(store.get('bad/day/cut')).rejects.toMatchObject({ name: 'StoreAway', statusCode: 503 });
  });

  test('a store that stays away is said, and a file is never taken for missing', async () => {
    const store = open();
    await store.put('bad/day/away', bytes);
    s3.fault({ kind: 'out_of_order' });
    await expect(store.get('bad/day/away')).rejects.toMatchObject({ name: 'StoreAway' });
    await expect(store.put('bad/day/two', bytes)).rejects.toMatchObject({ name: 'StoreAway' });
    await expect(store.probe()).rejects.toMatchObject({ name: 'StoreAway' });
  });

  test.each([
    ['S3_SECRET_ACCESS_KEY', 'another'],
    ['S3_ACCESS_KEY_ID', 'somebody'],
  ])('a wrong %s is refused and asked once only', async (name, value) => {
    const before = s3.calls('PUT /:bucket/:key*');
    await expect(open({ [name]: value }).put('bad/day/key', bytes)).rejects.toThrow(
      'the object store did not keep a file',
    );
    expect(s3.calls('PUT /:bucket/:key*')).toBe(before + 1);
    expect(s3.keys('papers')).not.toContain('bad/day/key');
  });

  test('a request nobody signed, or that was changed on its way, does nothing', async () => {
    expect((await fetch(`${s3.url}/papers/bad/day/raw`, { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await fetch(`${s3.url}/papers/ab/cd/kept`)).status).toBe(403);
    expect(s3.keys('papers')).not.toContain('bad/day/raw');
  });
});

describe('S-62 Settings of the store', () => {
  test.each([
    [{ STORAGE_URL: 's3://papers', S3_ACCESS_KEY_ID: '', S3_SECRET_ACCESS_KEY: '' }, 'a bucket needs S3_ACCESS_KEY_ID'],
    [{ STORAGE_URL: 'ftp://x' }, 'write file: and a folder, or s3:// and a bucket'],
    [{ STORAGE_URL: 's3://Not_A_Bucket' }, 'write file: and a folder'],
    [{ STORAGE_URL: 's3://papers', S3_PATH_STYLE: 'perhaps' }, 'S3_PATH_STYLE'],
    [
      { NODE_ENV: 'production', STORAGE_URL: 's3://papers', S3_ENDPOINT: simulatorOf('s3') },
      'production needs a real store',
    ],
  ])('%j is refused with what is wrong', (settings, sentence) => {
    const before = { ...process.env };
    Object.assign(process.env, { S3_ENDPOINT: '' }, settings);
    try {
      jest.isolateModules(() => {
        const { storageConfig } = jest.requireActual<typeof import('../src/config.js')>('../src/config.js');
        expect(() => storageConfig()).toThrow(sentence);
      });
    } finally {
      process.env = before;
    }
  });
});
