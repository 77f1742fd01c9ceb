import { namedId } from '#platform/kernel';

/** The id of an office of the demo, the same in every installation. */
export const demoOfficeId = (name: string): string => namedId('demo', name);
