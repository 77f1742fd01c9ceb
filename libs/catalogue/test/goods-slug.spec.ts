import fc from 'fast-check';
import { goodsSlug, idOfSlug } from '../src/index.js';

const id = '0192f3a4-5b6c-7d8e-9f01-23456789abcd';

describe('STD-6.1 the address of goods', () => {
  it.each([
    ['Tussar stole', /^tussar-stole-[0-9a-z]{25}$/],
    ['Café & Crème, 50% off!', /^cafe-and-creme-50-off-[0-9a-z]{25}$/],
    ['बनारसी साड़ी', /^[a-z]+-[a-z]+-[0-9a-z]{25}$/],
    ['காஞ்சிபுரம் பட்டு', /^[a-z]+-[a-z]+-[0-9a-z]{25}$/],
    ['--- ???', /^[0-9a-z]{25}$/],
    ['絹の織物', /^[0-9a-z]{25}$/],
    ['</script><b>', /^script-b-[0-9a-z]{25}$/],
  ])('%s', (title, form) => expect(goodsSlug(title, id)).toMatch(form));

  it('is always one of ours, at most 80 characters long, and leads back to the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.uuid(), (title, any) => {
        const slug = goodsSlug(title, any);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(idOfSlug(slug)).toBe(any);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it.each(['', 'tussar-stole', 'zzzzzzzzzzzzzzzzzzzzzzzzz', `x${'0'.repeat(25)}`])(
    '%s is the address of nothing',
    (slug) => expect(idOfSlug(slug)).toBeNull(),
  );
});
