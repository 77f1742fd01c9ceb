import { rupees } from '#platform/money';
import type { DatedValue } from '../src/domain/definition.js';
import { from, known } from './evidence.js';

/**
 * Registration thresholds for suppliers of goods by State. Most States moved to ₹40 lakh on 1 April 2019, some kept ₹20 lakh
 * and four ₹10 lakh. None of the notifications was read, so a State that is not listed follows the national, lower value.
 */
const raised = [
  ['JK', 'HP', 'PB', 'CH', 'HR', 'DL', 'RJ', 'UP', 'BR', 'AS', 'WB', 'JH'],
  ['OD', 'CG', 'MP', 'GJ', 'DH', 'MH', 'KA', 'GA', 'LD', 'KL', 'TN', 'AN', 'AP', 'LA'],
].flat();
const lowest = ['MN', 'MZ', 'NL', 'TR'];

export const thresholdsByState: DatedValue<bigint>[] = [
  ...raised.map((state) => from('2019-04-01', rupees(40_00_000), known('S38'), { scope: `STATE:${state}` })),
  ...lowest.map((state) => from('2017-07-01', rupees(10_00_000), known('S38'), { scope: `STATE:${state}` })),
];
