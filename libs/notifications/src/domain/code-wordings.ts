import type { CodeAbout } from '#identity';

/** One text for each kind of code, for SMS and e-mail alike; values stand in braces by their names. */
export type CodeWordings = Readonly<Record<CodeAbout | 'subject', string>>;
