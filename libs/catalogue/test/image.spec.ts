import { readImage } from '../src/domain/image.js';
import { codeOf, pictures } from './builders/pictures.js';

describe('S-58 pictures are known by their own bytes', () => {
  it.each([
    ['image/png', pictures.png(640, 480)],
    ['image/jpeg', pictures.jpeg(640, 480)],
    ['image/webp', pictures.webp(640, 480)],
  ])('%s', (type, bytes) => expect(readImage(bytes)).toEqual({ type, width_px: 640, height_px: 480 }));

  it('reads lossy and lossless WebP', () => {
    const lossy = Buffer.alloc(32);
    lossy.write('RIFF', 0, 'latin1');
    lossy.write('WEBPVP8 ', 8, 'latin1');
    lossy.writeUInt16LE(300, 26);
    lossy.writeUInt16LE(200, 28);
    expect(readImage(lossy)).toMatchObject({ width_px: 300, height_px: 200 });
    const lossless = Buffer.alloc(32);
    lossless.write('RIFF', 0, 'latin1');
    lossless.write('WEBPVP8L', 8, 'latin1');
    lossless[20] = 0x2f;
    lossless.writeUInt32LE(299 | (199 << 14), 21);
    expect(readImage(lossless)).toMatchObject({ width_px: 300, height_px: 200 });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'.padEnd(64))],
    ['a vector drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'.padEnd(64))],
    ['a picture cut off', pictures.png(640, 480).subarray(0, 20)],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9, 0, 0, 0, 0])],
    ['a picture of no size', pictures.png(0, 480)],
    ['a JPEG with broken lengths', Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(200, 0xff)])],
  ])('%s is refused', (_, bytes) => expect(codeOf(() => readImage(bytes))).toBe('image_unreadable'));

  it.each([
    [50_000, 1_000, 'none'],
    [50_000, 1_001, 'image_too_large'],
    [50_000, 50_000, 'image_too_large'],
  ])('%i × %i pixels: %s', (width, height, code) =>
    expect(codeOf(() => readImage(pictures.png(width, height)))).toBe(code),
  );
});
