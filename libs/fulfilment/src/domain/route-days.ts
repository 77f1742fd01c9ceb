/** Deliveries that are asked how long the way takes: those of so many days back, and never fewer than so many of a way. */
export const reckoned_days = 60;
export const deliveries_min = 20;
/** Of five parcels four come within it. */
export const share_in_time = 0.8;
/** What took longer was lost and found, and says nothing of the way. */
export const days_max = 60;

/** The postal zone a PIN code lies in: its first digit. */
export const zoneOfPin = (pincode: string): string => pincode.slice(0, 1);
