import {
  ContactChanged,
  DelegationEnded,
  DelegationGiven,
  ErasureAsked,
  MemberInvited,
  PasswordChanged,
  PasswordGuessed,
  SecondFactorRemoved,
  SessionRevoked,
  StaffLooked,
} from '#identity';
import { about, person } from './about.js';

/** What happened to somebody's account: whose it is hears of it, as it may not have been theirs. */
export const aboutIdentity = [
  about('identity.password_changed', PasswordChanged, (e, _at, news) => ({
    person: { to: person(e.personId), values: { at: news.at.toISOString() } },
  })),
  about('identity.password_guessed', PasswordGuessed, (e, _at, news) =>
    e.personId === null ? {} : { person: { to: person(e.personId), values: { at: news.at.toISOString() } } },
  ),
  about('identity.session_revoked', SessionRevoked, (e, _at, news) => ({
    person: { to: person(e.personId), values: { at: news.at.toISOString() } },
  })),
  about('identity.contact_changed', ContactChanged, (e, _at, news) => ({
    person: { to: person(e.personId), values: { at: news.at.toISOString() } },
  })),
  about('identity.second_factor_removed', SecondFactorRemoved, (e, _at, news) => ({
    person: { to: person(e.personId), values: { at: news.at.toISOString() } },
  })),
  about('identity.staff_looked', StaffLooked, (e, _at, news) => ({
    person: { to: person(e.personId), values: { at: news.at.toISOString() } },
  })),
  about('identity.member_invited', MemberInvited, async (e, { tx, facts }) =>
    e.personId === null
      ? {}
      : {
          person: {
            to: person(e.personId),
            values: { shop: (await facts.shop(tx, e.organisationId)).name, role: e.role },
          },
        },
  ),
  about('identity.erasure_asked', ErasureAsked, (e) => ({
    person: { to: person(e.personId), values: { due: e.dueAt } },
  })),
  about('identity.delegation_given', DelegationGiven, (e, _at, news) => ({
    maker: { to: person(e.makerId), values: { at: news.at.toISOString() } },
  })),
  about('identity.delegation_ended', DelegationEnded, (e, _at, news) => ({
    maker: { to: person(e.makerId), values: { at: news.at.toISOString() } },
    delegate: { to: person(e.delegateId), values: { at: news.at.toISOString() } },
  })),
];
