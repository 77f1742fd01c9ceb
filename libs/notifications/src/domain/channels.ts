import { topics, type Topic } from './topics.js';

/** Ways to reach a person. `in_app` is the inbox they read after signing in. */
export const channels = ['in_app', 'sms', 'email', 'whatsapp'] as const;
export type Channel = (typeof channels)[number];
/** The channels that leave the house. */
export const outsideChannels = ['sms', 'email', 'whatsapp'] as const satisfies readonly Channel[];
export type OutsideChannel = (typeof outsideChannels)[number];

/** The channels whose addresses are left alone when they bounce: WhatsApp falls back to SMS instead. */
export const stoppableChannels = ['sms', 'email'] as const satisfies readonly OutsideChannel[];
export type StoppableChannel = (typeof stoppableChannels)[number];

export interface Reach {
  hasMobile: boolean;
  hasEmail: boolean;
  hasInbox: boolean;
}

/**
 * How a person is reached when addresses of hers are stopped: ordinary messages not over those. What the law or her safety
 * wants told goes to a stopped one too, when there is no other.
 * @rule S-14
 */
export function reachWithout<R extends Reach>(reach: R, stopped: ReadonlySet<Channel>, topic: Topic): R {
  const left = {
    ...reach,
    hasMobile: reach.hasMobile && !stopped.has('sms'),
    hasEmail: reach.hasEmail && !stopped.has('email'),
  };
  return topics[topic].insists && !left.hasMobile && !left.hasEmail ? reach : left;
}

/** How a person is told of a topic over one channel. */
export interface Way {
  channel: Channel;
  /** Whether she is told over it. */
  isOn: boolean;
  /** Whether that is not for her to choose: the topic is necessary, and she is usually reached by it. */
  isFixed: boolean;
}

/**
 * Usually news goes to the person's inbox here, which a guest has not, and once outside: by SMS to whoever has a mobile,
 * else by e-mail. What she chose comes before that, except that a necessary topic loses no channel. WhatsApp is for whoever
 * has a mobile and asked for it: it is never usual, as her asking is the consent its carrier wants.
 * @param choice  by channel; one that is missing is left as usual
 * @param whatsapp  whether anybody carries WhatsApp messages here
 * @returns the channels there are for her
 * @rule S-14
 */
export function waysFor(reach: Reach, topic: Topic, choice: ReadonlyMap<Channel, boolean>, whatsapp: boolean): Way[] {
  const { hasMobile, hasEmail, hasInbox } = reach;
  const usually = { in_app: hasInbox, sms: hasMobile, email: hasEmail && !hasMobile, whatsapp: false };
  // What is told together stands in her inbox already.
  const there = {
    in_app: hasInbox && topic !== 'digest',
    sms: hasMobile,
    email: hasEmail,
    whatsapp: whatsapp && hasMobile && hasInbox,
  };
  return channels
    .filter((channel) => there[channel])
    .map((channel) => {
      const isFixed = topics[topic].necessary !== null && usually[channel];
      return { channel, isFixed, isOn: isFixed || (choice.get(channel) ?? usually[channel]) };
    });
}

/** What is sent at once, and what only when WhatsApp does not reach her in time. */
export interface Road {
  channels: Channel[];
  fallsBack: boolean;
}

/**
 * Where WhatsApp and SMS are both on, the SMS goes only if the other does not arrive; who switched SMS off gets none for it.
 * @rule S-14
 */
export function roadOf(ways: readonly Way[]): Road {
  const on = ways.filter((way) => way.isOn).map(({ channel }) => channel);
  const fallsBack = on.includes('whatsapp') && on.includes('sms');
  return { channels: fallsBack ? on.filter((channel) => channel !== 'sms') : on, fallsBack };
}
