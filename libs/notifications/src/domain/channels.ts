/** Ways to reach a person. `in_app` is the inbox they read after signing in. */
export const channels = ['in_app', 'sms', 'email'] as const;
export type Channel = (typeof channels)[number];
/** The channels that leave the house. */
export type OutsideChannel = Exclude<Channel, 'in_app'>;

/**
 * Where news goes: to the person's inbox here, which a guest has not, and once outside: by SMS to whoever has a mobile, else
 * by e-mail.
 * Wishes of the person will be weighed here once they can be told to us.
 */
export function channelsFor(reach: { hasMobile: boolean; hasEmail: boolean; hasInbox: boolean }): Channel[] {
  const inside: Channel[] = reach.hasInbox ? ['in_app'] : [];
  if (reach.hasMobile) return [...inside, 'sms'];
  return reach.hasEmail ? [...inside, 'email'] : inside;
}
