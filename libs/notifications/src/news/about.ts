import type { Role } from '#identity';
import type { Tx } from '#platform/database';
import type { EventOf, EventType } from '#platform/kernel';
import type { Facts } from '../data/facts.js';
import type { Audience, ToldEvent, ValuesOf } from '../domain/told.js';

/** Who hears of something: known persons, or whoever holds a role now. */
export type To =
  | { kind: 'person'; personId: string }
  /** Who bought an order: a guest's letters say where she follows it. */
  | { kind: 'shopper'; personId: string; orderId: string }
  /** Everybody with one of the roles in an organisation. */
  | { kind: 'holders'; organisationId: string; roles: readonly Role[] }
  /** The same in a buyer's office, or nearest above it. */
  | { kind: 'nearest_holders'; officeId: string; roles: readonly Role[] }
  /** Makers: everybody of theirs who looks after goods. */
  | { kind: 'makers'; sellerIds: readonly string[] }
  /** Officers of a State's nodal office. */
  | { kind: 'state'; stateCode: string; roles: readonly Role[] }
  /** Officers of a district's nodal office. */
  | { kind: 'district'; districtId: string; roles: readonly Role[] };

export const person = (personId: string): To => ({ kind: 'person', personId });
export const shopper = (personId: string, orderId: string): To => ({ kind: 'shopper', personId, orderId });
/** The maker's people who look after goods, orders and contracts. */
export const maker = (sellerId: string): To => ({
  kind: 'holders',
  organisationId: sellerId,
  roles: ['maker_owner', 'maker_manager', 'maker_packer', 'maker_member'],
});
/** Those of the maker's people who answer for her money. */
export const makerOwner = (sellerId: string): To => ({
  kind: 'holders',
  organisationId: sellerId,
  roles: ['maker_owner'],
});
/** Whoever holds one of the roles in an office. */
export const holders = (organisationId: string, roles: readonly Role[]): To => ({
  kind: 'holders',
  organisationId,
  roles,
});
export const office = (officeId: string, role: Role): To => ({ kind: 'nearest_holders', officeId, roles: [role] });
export const districtOfficers = (districtId: string): To => ({
  kind: 'district',
  districtId,
  roles: ['district_officer'],
});

export const stateOfficers = (stateCode: string): To => ({ kind: 'state', stateCode, roles: ['state_officer'] });

/** One message for an audience: to whom, and the values in it. */
export interface Telling {
  audience: string;
  to: To;
  values: Readonly<Record<string, unknown>>;
}

/** A row of the table of news: what people are told when it comes. */
export interface News {
  event: ToldEvent;
  tellings(news: EventOf<unknown>, at: Desk): Promise<readonly Telling[]>;
}

/** What is at hand when news is put into words: the reaction's transaction, and what may be looked up in it. */
export interface Desk {
  tx: Tx;
  facts: Facts;
}

type Composed<E extends ToldEvent> = { [A in Audience<E>]?: { to: To; values: ValuesOf<E, A> } };

/**
 * Says who is told of a piece of news, and what. Runs as the system in the reaction's transaction.
 * @param name  the event's name once more, so that wording and values are checked where they are written
 */
export function about<E extends ToldEvent, P>(
  name: E,
  event: EventType<P>,
  compose: (payload: P, at: Desk, news: EventOf<P>) => Composed<E> | Promise<Composed<E>>,
): News {
  if (event.name !== name) throw new Error(`broken invariant: ${name} is told under its own name`);
  return {
    event: name,
    async tellings(news, at) {
      const composed = await compose(event.schema.parse(news.payload), at, news as EventOf<P>);
      return Object.entries<{ to: To; values: object } | undefined>(composed).flatMap(([audience, telling]) =>
        telling === undefined ? [] : [{ audience, to: telling.to, values: { ...telling.values } }],
      );
    },
  };
}
