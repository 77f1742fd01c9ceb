import { Compose, peopleNews } from '#notifications';
import { subscriptions } from '../src/subscriptions.js';

const told = subscriptions
  .filter(({ reactions }) => Object.values(reactions).some((reaction) => reaction.verb === Compose))
  .map(({ event }) => event.name)
  .sort();

describe('The subscription table', () => {
  test('tells people of exactly that news for which there is a reader and a wording', () => {
    expect(told).toEqual([...peopleNews.keys()].sort());
  });

  test('has one row per piece of news', () => {
    const names = subscriptions.map(({ event }) => event.name);
    expect(names).toEqual([...new Set(names)]);
  });
});
