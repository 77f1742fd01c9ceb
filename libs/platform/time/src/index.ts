export {
  addDays,
  daysAfter,
  endOfIstDay,
  financialYear,
  hoursAfter,
  istDay,
  minutesAfter,
  startOfIstDay,
} from './ist.js';
