import { dossier, story } from '#odop';
import { missingFromDossier } from '../src/domain/dossier.js';
import { storyOf } from './builders/offices.js';

describe('what an officer may say about a product', () => {
  test.each([
    ['299 characters', { body: 'x'.repeat(299) }, false],
    ['300 characters', { body: 'x'.repeat(300) }, true],
    ['1,200 characters', { body: 'x'.repeat(1_200) }, true],
    ['1,201 characters', { body: 'x'.repeat(1_201) }, false],
    ['a quote its maker agreed to', { quotes: [{ words: 'I weave.', maker: 'Meena', consent: true }] }, true],
    ['a quote nobody agreed to', { quotes: [{ words: 'I weave.', maker: 'Meena', consent: false }] }, false],
    ['a picture over https', { images: [{ url: 'https://example.org/a.jpg', alt: 'A loom', credit: null }] }, true],
    ['a picture over http', { images: [{ url: 'http://example.org/a.jpg', alt: 'A loom', credit: null }] }, false],
    [
      'nine pictures',
      { images: Array.from({ length: 9 }, () => ({ url: 'https://example.org/a.jpg', alt: 'A', credit: null })) },
      false,
    ],
  ])('R-7.4 a story with %s', (_, change, fits) => {
    expect(story.safeParse({ ...storyOf(), ...change }).success).toBe(fits);
  });

  test.each([
    ['6913', true],
    ['691310', true],
    ['69131000', true],
    ['691', false],
    ['69131', false],
    ['9913', false],
    ['69l3', false],
  ])('R-4.27 HSN %s', (code, fits) => {
    expect(dossier.shape.hsn.safeParse([code]).success).toBe(fits);
  });

  test('SM-2 says in plain words what is missing', () => {
    const nothing = { lgd_code: null, district_ended: true, hsn: [], evidence: 0, stories: 0 };
    expect(missingFromDossier(nothing)).toEqual([
      'a district that exists today',
      'the LGD code of the district',
      'at least one HSN code',
      'a paper that it rests on',
      'a story of 300 to 1,200 characters',
    ]);
    const all = { lgd_code: 130, district_ended: false, hsn: ['6913'], evidence: 1, stories: 1 };
    expect(missingFromDossier(all)).toEqual([]);
  });
});
