import { readOdopSeed } from '../src/data/seed-files.js';
import { foldName, slugOf } from '../src/domain/fold.js';
import { districtIndex, matchDistrict } from '../src/domain/match-district.js';

const seed = readOdopSeed();
const districts = seed.districts.map((row) => ({ ...row, state_code: row.state, lgd_code: row.lgd }));
const index = districtIndex(seed.states, districts);

describe('R-4.29a matching a district', () => {
  it.each([
    // State, district, slug, found by
    ['Uttar Pradesh', 'Varanasi', 'varanasi', 'name'],
    ['IN-UP', 'VARANASI', 'varanasi', 'name'],
    ['up', ' Varanasi ', 'varanasi', 'name'],
    ['Bihar', 'Aurangabad', 'aurangabad-bihar', 'name'],
    ['Maharashtra', 'Aurangabad', 'chhatrapati-sambhajinagar', 'alias'],
    ['Karnataka', 'Bijapur', 'vijayapura', 'alias'],
    ['Chhattisgarh', 'Bijapur', 'bijapur-chhattisgarh', 'name'],
    ['Chattisgarh', 'Raigarh', 'raigarh-chhattisgarh', 'name'],
    ['Maharashtra', 'Raigarh', 'raigad', 'alias'],
    ['Himachal Pradesh', 'Hamirpur', 'hamirpur-himachal-pradesh', 'name'],
    ['Orissa', 'Deogarh', 'deogarh-odisha', 'name'],
    ['Jharkhand', 'Deogarh', 'deoghar', 'alias'],
    ['NCT of Delhi', 'North-East', 'north-east-delhi', 'name'],
    ['Jammu & Kashmir', 'Srinagar', 'srinagar', 'name'],
    ['Andaman & Nicobar Islands', 'Nicobars', 'nicobar', 'alias'],
    ['Andhra Pradesh', 'Y.S.R. Kadapa', 'ysr-kadapa', 'name'],
  ])('%s, %s → %s by its %s', (state, district, slug, by) => {
    expect(matchDistrict(index, { state, district })).toEqual({ found: true, slug, by, code_disagrees: false });
  });

  it('finds every district by its name and by each alias', () => {
    for (const { slug, state, name, aka } of seed.districts) {
      expect(matchDistrict(index, { state, district: name })).toMatchObject({ slug, by: 'name' });
      for (const alias of aka) {
        expect(matchDistrict(index, { state, district: alias })).toMatchObject({ slug, by: 'alias' });
      }
    }
  });

  it('looks in the State only', () => {
    expect(matchDistrict(index, { state: 'Kerala', district: 'Varanasi' })).toEqual({
      found: false,
      why: 'district_unknown',
    });
    expect(matchDistrict(index, { state: 'Atlantis', district: 'Varanasi' })).toEqual({
      found: false,
      why: 'state_unknown',
    });
  });

  it('never follows a code against the name, but says that they differ', () => {
    const varanasi = seed.districts.find((row) => row.slug === 'varanasi')!;
    const row = { state: 'IN-UP', district: 'Varanasi' };
    expect(matchDistrict(index, { ...row, lgd_code: varanasi.lgd })).toMatchObject({ code_disagrees: false });
    expect(matchDistrict(index, { ...row, lgd_code: 603 })).toMatchObject({ slug: 'varanasi', code_disagrees: true });
    expect(matchDistrict(index, { state: 'IN-HR', district: 'Hansi', lgd_code: 999 })).toMatchObject({
      slug: 'hansi',
      code_disagrees: false,
    });
  });

  it('refuses a seed in which a name means two districts of a State', () => {
    const twice = { slug: 'kashi', state_code: 'IN-UP', name: 'Kashi', lgd_code: null, aka: ['Varanasi'] };
    expect(() => districtIndex(seed.states, [...districts, twice])).toThrow('alias and a name');
  });
});

describe('folding', () => {
  it.each([
    ['Dr. B.R. Ambedkar Konaseema', 'drbrambedkarkonaseema'],
    ['Jammu & Kashmir', 'jammuandkashmir'],
    ['  Purba   Medinipur ', 'purbamedinipur'],
    ['Kūchchh', 'kuchchh'],
    ['North-East', 'northeast'],
    ['वाराणसी', 'वाराणसी'],
    ['২৪ পরগনা', '২৪পরগনা'],
  ])('%s → %s', (name, folded) => {
    expect(foldName(name)).toBe(folded.normalize('NFKD').normalize('NFC'));
  });

  it.each([
    ['Coffee (Araku)', 'coffee-araku'],
    ['Dr. B.R. Ambedkar Konaseema', 'dr-br-ambedkar-konaseema'],
    ["Farmers' Market", 'farmers-market'],
    ['a'.repeat(80), 'a'.repeat(60)],
    ['long '.repeat(20), 'long-'.repeat(12).slice(0, -1)],
    ['()', ''],
  ])('slug of %s → %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('proposes the slug the seed has, unless the State had to be added', () => {
    const suffixed = seed.districts.filter((row) => row.slug !== slugOf(row.name));
    expect(suffixed.every((row) => row.slug.startsWith(`${slugOf(row.name)}-`))).toBe(true);
    expect(suffixed).toHaveLength(21);
  });
});
