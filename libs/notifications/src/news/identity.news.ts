import { PasswordChanged } from '#identity';
import { about, person } from './about.js';

export const aboutIdentity = [
  about('identity.password_changed', PasswordChanged, (e, _at, news) => ({
    person: { to: person(e.personId), values: { at: news.at.toISOString() } },
  })),
];
