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
export { addWorkingDays, isWorkingDay, type HolidayList } from './working-days.js';
