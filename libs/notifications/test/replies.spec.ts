import { readReply } from '../src/domain/reply.js';

describe('Replies', () => {
  test.each([
    ['Y 4821', 'accept', '4821'],
    ['n4821', 'decline', '4821'],
    ['  Yes,\n4821! ', 'accept', '4821'],
    ['4821 no', 'decline', '4821'],
    ['haan 4821', 'accept', '4821'],
    ['हाँ 4821', 'accept', '4821'],
    ['हां ४८२१', 'accept', '4821'],
    ['नहीं 4821', 'decline', '4821'],
    ['nahi 4821', 'decline', '4821'],
    ['ஆம் ௪௮௨௧', 'accept', '4821'],
    ['இல்லை 4821', 'decline', '4821'],
    ['হ্যাঁ ৪৮২১', 'accept', '4821'],
    ['না 4821', 'decline', '4821'],
  ])('S-36 %j means %s, order %s', (text, says, code) => expect(readReply(text)).toEqual({ says, code }));

  test.each([
    ['', null, null],
    ['Y', 'accept', null],
    ['4821', null, '4821'],
    ['Y 48211', 'accept', null],
    ['Y 482', 'accept', null],
    ['maybe 4821', null, '4821'],
    ['Y 4821 N', null, null],
    ['Y 4821 5930', null, null],
    ['Do not accept, Y 4821 is a mistake', null, null],
    ['Your parcel was accepted', null, null],
  ])('S-36 %j is not guessed at', (text, says, code) => expect(readReply(text)).toEqual({ says, code }));
});
