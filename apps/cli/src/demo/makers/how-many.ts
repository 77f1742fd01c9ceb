/** Makers of the demo unless another number is asked for: nine in each of the 36 States and Union Territories. */
export const makers_default = 324;
/** Further on the digits of their PANs would reach those the simulated registers take for trouble. */
export const makers_max = 2000;
