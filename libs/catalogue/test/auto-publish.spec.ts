import { publishesItself, type MakerRecord } from '../src/domain/auto-publish.rules.js';

const trusted: MakerRecord = { state: 'active', approved: 5, upheld: 0 };
const shelf = { event: 'submit', hasEntry: false, isFood: false, hasGi: false } as const;

describe('SM-3 R-4.7 goods that go on sale with their submission', () => {
  it.each([
    ['general goods of a trusted maker', {}, {}, true],
    ['one approval more', {}, { approved: 6 }, true],
    ['one approval too few', {}, { approved: 4 }, false],
    ['a report about her goods was upheld lately', {}, { upheld: 1 }, false],
    ['a maker who has sold nothing yet', {}, { state: 'verified' }, false],
    ['a maker one of whose papers ended', {}, { state: 'restricted' }, false],
    ['a suspended maker', {}, { state: 'suspended' }, false],
    ['goods under an ODOP entry', { hasEntry: true }, {}, false],
    ['food', { isFood: true }, {}, false],
    ['goods of a registered GI', { hasGi: true }, {}, false],
    ['goods an officer has sent back', { event: 'resubmit' }, {}, false],
    ['goods that were blocked', { event: 'cure' }, {}, false],
  ] as const)('%s', (_, goods, maker, publishes) =>
    expect(publishesItself({ ...shelf, ...goods }, { ...trusted, ...maker }, 5)).toBe(publishes),
  );
});
