import { addressFault, isPublicIp, Outgoing, type Road } from '../src/index.js';
import { openOutside, type Answering, type Outside } from './builders/outside.js';

/** Addresses by which inner systems have been reached elsewhere. */
const hostile = [
  ...['http://pictures.example/a.jpg', 'ftp://pictures.example/a', 'file:///etc/passwd', 'gopher://pictures.example/'],
  ...[
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '//pictures.example/a',
    'pictures.example/a',
    '',
    'https://',
  ],
  ...[
    'https://pictures.example:80/',
    'https://pictures.example:22/',
    'https://pictures.example:6379/',
    'https://a.example:0/',
  ],
  ...['https://user@pictures.example/', 'https://user:pw@pictures.example/', 'https://@pictures.example/'],
  ...[
    'https://pictures.example@127.0.0.1/',
    'https://127.0.0.1\\@pictures.example/',
    'https://pictures.example\\.evil/',
  ],
  ...[
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0/',
    'https://0.0.0.0/',
    'https://2130706433/',
    'https://0x7f000001/',
  ],
  ...['https://0x7f.0.0.1/', 'https://0177.0.0.1/', 'https://017700000001/', 'https://127.0.0.1./', 'https://0x7f.1/'],
  ...['https://10.0.0.1/', 'https://172.16.0.1/', 'https://192.168.1.1/', 'https://169.254.169.254/latest/meta-data/'],
  ...[
    'https://100.64.0.1/',
    'https://0xa9fea9fe/',
    'https://2852039166/',
    'https://0251.0376.0251.0376/',
    'https://8.8.8.8/',
  ],
  ...[
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[fe80::1]/',
  ],
  ...['https://[fc00::1]/', 'https://[fd00:ec2::254]/', 'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/'],
  ...['https://[::127.0.0.1]/', 'https://[ff02::1]/', 'https://[2001::1]/', 'https://[0:0:0:0:0:ffff:a9fe:a9fe]/'],
  ...[
    'https://localhost/',
    'https://localhost./',
    'https://a.localhost/',
    'https://LOCALHOST/',
    'https://printer.local/',
  ],
  ...[
    'https://metadata.google.internal/',
    'https://metadata/',
    'https://redis/',
    'https://db.lan/',
    'https://x.home.arpa/',
  ],
  ...['https://①②⑦.⓪.⓪.①/', 'https://127。0。0。1/', 'https://loc\talhost/', 'https://a.example/\r\nHost: b'],
  ...[`https://a.example/${'a'.repeat(2_000)}`, 'https://a..example/', 'https://-a.example/', 'https://a.1/'],
];

describe('S-21 addresses strangers gave us', () => {
  test('the table is long enough', () => expect(new Set(hostile).size).toBeGreaterThanOrEqual(60));

  test.each(hostile)('%s is not asked', async (address) => {
    expect(addressFault(address)).not.toBeNull();
    await expect(new Outgoing().get(address, { bytes_max: 10, accept: '*/*' })).rejects.toThrow(/refused/);
  });

  test.each(['https://pictures.example/a.jpg', 'https://a.b.example:8443/x?y=1', 'https://चित्र.example/a'])(
    '%s may be asked',
    (address) => expect(addressFault(address)).toBeNull(),
  );

  test.each([
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.2',
      '169.254.169.254',
      '172.31.255.1',
      '192.0.0.192',
      '192.0.2.1',
    ],
    ...['192.88.99.1', '192.168.0.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1'],
    ...[
      '255.255.255.255',
      '168.63.129.16',
      '100.100.100.200',
      '::',
      '::1',
      '::ffff:8.8.8.8',
      '::8.8.8.8',
      '64:ff9b::808:808',
    ],
    ...['64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:808:808::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1'],
    ...['fe80::1%eth0', 'fec0::1', 'ff02::1', '4000::1', '3fff::1', 'not an address', ''],
  ])('%s is no address of the open internet', (address) => expect(isPublicIp(address)).toBe(false));

  test.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111'])('%s is one', (address) =>
    expect(isPublicIp(address)).toBe(true),
  );
});

describe('S-21 what is asked', () => {
  let outside: Outside;
  const picture = Buffer.alloc(2_000, 7);
  const answers: Record<string, Answering> = {
    '/a.jpg': (_, answer) => void answer.end(picture),
    '/moved': (_, answer) => void answer.writeHead(302, { location: 'https://127.0.0.1/secret' }).end(),
    '/packed': (_, answer) => void answer.writeHead(200, { 'content-encoding': 'gzip' }).end(picture),
    '/said-large': (_, answer) => void answer.writeHead(200, { 'content-length': '900000' }).end(),
    '/large': (_, answer) => void answer.writeHead(200).end(Buffer.alloc(500_000)),
    '/cut': (_, answer) => {
      answer.writeHead(200, { 'content-length': '100' }).write('half');
      setImmediate(() => answer.destroy());
    },
  };
  beforeAll(async () => {
    outside = await openOutside(answers);
  });
  afterAll(() => outside.close());

  let asked: string[] = [];
  beforeEach(() => (asked = []));
  const road = (found: () => readonly string[], isOpen: Road['isOpen'] = () => true): Outgoing =>
    new Outgoing(
      outside.road({
        resolve: (host) => {
          asked.push(host);
          return Promise.resolve(found());
        },
        isOpen,
      }),
    );
  const get = (path: string, outgoing = road(() => ['127.0.0.1'])) =>
    outgoing.get(`https://pictures.example${path}`, { bytes_max: 10_000, accept: 'image/*' });

  test('a picture at an open address comes as it is, its name looked up once', async () => {
    expect(await get('/a.jpg')).toEqual(picture);
    expect(asked).toEqual(['pictures.example']);
  });

  test.each([
    ['/moved', /sends elsewhere/],
    ['/nothing', /status 404/],
    ['/packed', /packed/],
    ['/said-large', /too large/],
    ['/large', /too large/],
    ['/cut', /broke off/],
  ])('%s is refused', (path, why) => expect(get(path)).rejects.toThrow(why));

  test('a name that leads into an inner network is refused, also when only one of its addresses does', async () => {
    const open = (address: string) => address !== '10.0.0.1';
    await expect(
      get(
        '/a.jpg',
        road(() => ['10.0.0.1'], open),
      ),
    ).rejects.toThrow(/inner network/);
    await expect(
      get(
        '/a.jpg',
        road(() => ['127.0.0.1', '10.0.0.1'], open),
      ),
    ).rejects.toThrow(/inner network/);
    await expect(
      get(
        '/a.jpg',
        road(() => []),
      ),
    ).rejects.toThrow(/not known/);
  });

  test('a name that changes between look and call changes nothing: the address that was looked at is asked', async () => {
    let looks = 0;
    const rebinding = road(
      () => [(looks += 1) === 1 ? '127.0.0.1' : '10.0.0.1'],
      (address) => address === '127.0.0.1',
    );
    expect(await get('/a.jpg', rebinding)).toEqual(picture);
    expect(looks).toBe(1);
  });

  test('the road of the service never leads to this machine', async () => {
    const names = { resolve: () => Promise.resolve(['127.0.0.1']), isOpen: isPublicIp };
    await expect(get('/a.jpg', new Outgoing(names))).rejects.toThrow(/inner network/);
  });

  test('a door without a certificate anybody vouches for is not entered', async () => {
    const bare = new Outgoing({
      resolve: () => Promise.resolve(['127.0.0.1']),
      isOpen: () => true,
      port: () => outside.port(),
    });
    await expect(get('/a.jpg', bare)).rejects.toThrow(/safely/);
  });
});
