import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { ScannerSimulator } from '#platform/simulators';
import { checkUpload, fileBytes_max, fileName } from '../src/index.js';
import { HttpScanner } from '../src/http-scanner.js';
import { packed, pdf, pdfWith, photo } from './builders/files.js';

/** The head of a PNG that claims any size, with hardly a byte behind it. */
function claims(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const crc = (bytes: Buffer): number => {
    let value = 0xffffffff;
    for (const byte of bytes) {
      value ^= byte;
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    return (value ^ 0xffffffff) >>> 0;
  };
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc(body), body.length + 4);
    return frame;
  };
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(9))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const sign = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-` + 'ANTIVIRUS-TEST-FILE!$H+H*';

describe('S-58 uploaded files', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('a photo (%s) is painted anew as a JPEG', async (type) => {
    const safe = await checkUpload(await photo(300, 200, type), `card.${type === 'jpeg' ? 'JPG' : type}`);
    expect(safe).toMatchObject({ type: 'image/jpeg', pages: 1 });
    expect(await sharp(safe.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
  });

  test('place, camera and whatever hangs on to a photo are gone; it stands upright', async () => {
    const hidden = '<script>alert(1)</script>';
    const taken = await sharp(await photo(300, 200))
      .withExif({ IFD0: { Make: 'Invented Phone', ImageDescription: hidden }, IFD3: { GPSLatitude: '25/1 14/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { bytes } = await checkUpload(Buffer.concat([taken, Buffer.from(`PK\u0003\u0004${hidden}`)]), 'card.jpg');
    const after = await sharp(bytes).metadata();
    expect(after).toMatchObject({ width: 200, height: 300 });
    expect(after.exif).toBeUndefined();
    for (const word of [hidden, 'Invented Phone', 'PK\u0003\u0004']) expect(bytes.includes(word)).toBe(false);
  });

  test('a large photo is kept no larger than can be read', async () => {
    const { bytes } = await checkUpload(await photo(4_000, 1_000), 'card.jpg');
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 3_000, height: 750 });
  });

  test('a PDF stays as it is, its pages counted', async () => {
    const paper = await pdf(3);
    expect(await checkUpload(paper, 'certificate.pdf')).toEqual({ type: 'application/pdf', bytes: paper, pages: 3 });
  });

  const whole = () => pdfWith('<< /Type /Info >>');
  /** Begun like something packed, and then nonsense. */
  const brokenPart = '<< /Filter /FlateDecode >> stream\n\u0078\u009c\u00ff\u00ff\nendstream endobj 5 0 obj ';
  const brokenParts = (count: number) => Buffer.from(brokenPart.repeat(count), 'latin1');
  /** One that would pass by itself, after ten that broke off. */
  const large = () => packed(Buffer.alloc(20 * 1024 * 1024), '/Filter /FlateDecode');
  const brokenAndLarge = () => pdfWith(Buffer.concat([brokenParts(10), large()]));
  const files: readonly (readonly [string, string, string, () => Buffer | Promise<Buffer>])[] = [
    ['nothing', 'a.pdf', 'file_unreadable', () => Buffer.alloc(0)],
    ['too many bytes', 'a.pdf', 'file_too_large', () => Buffer.alloc(fileBytes_max + 1)],
    ['a page of the web', 'a.jpg', 'file_unreadable', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'a drawing with a program',
      'a.png',
      'file_unreadable',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['the test sign of scanners', 'a.pdf', 'file_unreadable', () => Buffer.from(sign)],
    ['an archive', 'a.pdf', 'file_unreadable', () => Buffer.from('PK\u0003\u0004'.padEnd(64, '\0'), 'latin1')],
    ['a photo that says it is a PDF', 'a.pdf', 'file_unreadable', () => photo(30, 20)],
    ['a PDF that says it is a photo', 'a.jpg', 'file_unreadable', () => pdf()],
    ['no ending at all', 'card', 'file_unreadable', () => photo(30, 20)],
    ['two endings', 'card.jpg.exe', 'file_unreadable', () => photo(30, 20)],
    ['a photo cut short', 'a.jpg', 'file_unreadable', async () => (await photo(900, 900)).subarray(0, 900)],
    ['the head of a photo only', 'a.png', 'file_unreadable', () => claims(30, 20).subarray(0, 40)],
    ['a hundred million pixels in a few bytes', 'a.png', 'file_too_large', () => claims(10_000, 10_001)],
    ['more pixels than any memory', 'a.png', 'file_too_large', () => claims(50_000, 50_000)],
    ['a PDF cut short', 'a.pdf', 'file_unreadable', async () => (await pdf()).subarray(0, -40)],
    ['a PDF without pages', 'a.pdf', 'file_unreadable', () => Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF\n')],
    ['a PDF of twenty-one pages', 'a.pdf', 'file_too_large', () => pdf(21)],
    [
      'a PDF with more behind it',
      'a.pdf',
      'file_unsafe',
      async () => Buffer.concat([await pdf(), Buffer.from('<html>')]),
    ],
    ['a PDF that is an archive too', 'a.pdf', 'file_unsafe', () => pdfWith('(PK\u0005\u0006)')],
    ['a PDF with a program', 'a.pdf', 'file_unsafe', () => pdfWith('<< /S /JavaScript /JS (app.alert(1)) >>')],
    ['a program with an escaped name', 'a.pdf', 'file_unsafe', () => pdfWith('<< /S /J#61vaScr#69pt >>')],
    ['a program in packed objects', 'a.pdf', 'file_unsafe', () => pdfWith(packed('1 0 << /S /JavaScript >>'))],
    [
      'the same under an escaped type',
      'a.pdf',
      'file_unsafe',
      () => pdfWith(packed('<< /S /Launch >>', '/Type /Obj#53tm /Filter [/FlateDecode]')),
    ],
    [
      'objects packed in another way',
      'a.pdf',
      'file_unsafe',
      () => pdfWith('<< /Type /ObjStm /Filter /LZWDecode >> stream\nxx\nendstream'),
    ],
    [
      'objects that do not unpack',
      'a.pdf',
      'file_unsafe',
      () => pdfWith('<< /Type /ObjStm /Filter /FlateDecode >> stream\nxx\nendstream'),
    ],
    [
      'a PDF that grows a thousandfold',
      'a.pdf',
      'file_too_large',
      () => pdfWith(packed(Buffer.alloc(40 * 1024 * 1024))),
    ],
    [
      'a PDF that carries a file',
      'a.pdf',
      'file_unsafe',
      () => pdf(1, (made) => void made.file(Buffer.from('x'), { name: 'x.exe' })),
    ],
    ['seventeen parts that break off', 'a.pdf', 'file_unreadable', () => pdfWith(brokenParts(17))],
    ['parts that break off and one that is large', 'a.pdf', 'file_too_large', () => brokenAndLarge()],
    ['a PDF with a password', 'a.pdf', 'file_unsafe', () => pdfWith('<< >> endobj trailer << /Encrypt 5 0 R >>')],
    ['a PDF that starts a program', 'a.pdf', 'file_unsafe', () => pdfWith('<< /OpenAction << /S /Launch /F (x) >> >>')],
    ['a form with a program', 'a.pdf', 'file_unsafe', () => pdfWith('<< /AcroForm << /XFA 5 0 R >> >>')],
  ];
  test.each(files)('%s is refused', async (_, name, code, made) => {
    await expect(checkUpload(await made(), name)).rejects.toMatchObject({ code });
  });

  test('a name that only begins like a dangerous one is no danger', async () => {
    await expect(checkUpload(pdfWith('<< /JSONData 1 /LaunchPad 2 >>'), 'a.pdf')).resolves.toMatchObject({ pages: 1 });
    await expect(checkUpload(whole(), 'a.pdf')).resolves.toMatchObject({ pages: 1 });
  });

  test('S-64 R-4.30 a name with an Aadhaar number is refused before anything is kept', () => {
    expect(fileName.safeParse('aadhaar 2341 2341 2346.pdf').success).toBe(false);
    expect(fileName.safeParse('999999990019.jpg').success).toBe(false);
    expect(fileName.parse('पहचान कार्ड.jpg')).toBe('पहचान कार्ड.jpg');
  });
});

describe('S-58 the scanner', () => {
  const scanner = new ScannerSimulator();
  const asks = (bytes: Buffer) => new HttpScanner().scan(bytes);
  beforeAll(async () => {
    await scanner.start({ secretKey: 'sk_test_simulated' });
    process.env['SCANNER_URL'] = scanner.url;
  });
  afterEach(() => scanner.faults.clear());
  afterAll(() => scanner.stop());

  test('finds the test sign wherever it stands, also in a file of megabytes', async () => {
    expect(await asks(Buffer.from('an invented certificate'))).toBe('clean');
    expect(await asks(Buffer.concat([Buffer.alloc(4_000_000), Buffer.from(sign)]))).toBe('infected');
  });

  test.each(['drop_before', 'error_before', 'drop_after'])('that fails (%s) has said nothing', async (kind) => {
    scanner.fault({ kind });
    await expect(asks(Buffer.from('x'))).rejects.toThrow('the scanner could not be asked');
  });
});
