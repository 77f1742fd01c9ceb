import { firstWritten, languageFor } from '../src/index.js';

describe('the language somebody is written to in', () => {
  test.each([
    [['hi'], 'hi'],
    [['hi-IN', 'en'], 'hi'],
    [['mai', 'hi', 'en'], 'hi'],
    [['ta', 'EN-in'], 'ta'],
    [['te', 'EN-in'], 'en'],
    [['bn-IN'], 'bn'],
    [['mai'], null],
    [[], null],
  ])('S-14 of %j the first we can write is %s', (tags, language) => {
    expect(firstWritten(tags)).toBe(language);
  });

  test('one we cannot write yet is English', () => {
    expect(languageFor('mai')).toBe('en');
    expect(languageFor('hi-IN')).toBe('hi');
  });
});
