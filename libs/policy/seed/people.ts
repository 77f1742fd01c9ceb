import { rupees } from '#platform/money';
import { count, date, days, hours, minutes, months, paise } from '../src/domain/definition.js';
import { always, decided, from, known, read } from './evidence.js';

/** Personal data and safe access: protection law, retention, sign-in. */
export const people = {
  'dpdp.enforced_from': date(
    'R-9.10',
    'Day from which notice, consent, breach and rights duties bind; some sources say a day later.',
    from('2025-11-13', '2027-05-13', read('S47')),
  ),
  'dpdp.consent_managers_from': date(
    'R-9.10',
    'Day from which consent managers may work.',
    from('2025-11-13', '2026-11-13', read('S47')),
  ),
  'dpdp.breach_report_hours': hours(
    'R-9.14',
    'Hours after awareness in which a breach is reported in detail to the Board.',
    always(72, read('S47')),
  ),
  'certin.report_hours': hours(
    'R-9.14',
    'Hours in which a cyber incident is reported to the national response team.',
    always(6, known()),
  ),
  'dpdp.log_months': months(
    'R-9.15',
    'Least time logs and the personal data in them are kept.',
    always(12, read('S47')),
  ),
  'dpdp.large_users': count(
    'R-9.16',
    'Users from which an online shop must erase people who stay away.',
    always(2_00_00_000, read('S47')),
  ),
  'dpdp.inactive_months': months(
    'R-9.16',
    'Months of absence after which such a shop erases a person.',
    always(36, read('S47')),
  ),
  'dpdp.erase_notice_hours': hours('R-9.16', 'Hours of notice before such an erasure.', always(48, read('S47'))),
  'retention.tax_months': months(
    'R-9.16',
    'Months after the annual return for which tax records are kept.',
    always(72, known()),
  ),
  'dpdp.request_days': days('R-9.17', 'Days in which a data request is answered.', always(90, known())),
  'dpdp.adult_age': count('R-9.18', 'Age from which a person consents alone.', always(18, read('S47'))),
  'dpdp.penalty_max': paise(
    'R-9.19',
    'Largest penalty for missing safeguards.',
    always(rupees(250_00_00_000), read('S47')),
  ),
  'retention.books_months': months(
    'R-9.20',
    'Months for which orders, invoices and the ledger are kept.',
    always(96, decided()),
  ),
  'retention.kyc_months': months(
    'R-9.20',
    'Months for which references of identity checks are kept after an account is closed.',
    always(60, decided()),
  ),
  'retention.kyc_rejected_days': days(
    'R-9.20',
    'Days for which papers of a refused identity check are kept.',
    always(180, decided()),
  ),
  'retention.chat_months': months('R-9.20', 'Months for which conversations are kept.', always(24, decided())),
  'retention.access_log_months': months(
    'R-9.20',
    'Least months for which access logs are kept.',
    always(12, decided()),
  ),
  'retention.access_log_hot_days': days(
    'R-9.20',
    'Days for which access logs can be searched at once.',
    always(180, decided()),
  ),
  'retention.aadhaar_days': days(
    'R-9.20',
    'Days for which an Aadhaar number is kept: never stored.',
    always(0, decided()),
  ),
  'otp.minutes': minutes('S-34', 'Minutes for which a one-time code can be used.', always(10, decided())),
  'otp.tries': count('S-34', 'Tries a one-time code allows.', always(5, decided())),
  'otp.sends': count('S-34', 'Codes sent to one number within the sending window.', always(3, decided())),
  'otp.send_window_minutes': minutes('S-34', 'Minutes of the sending window.', always(15, decided())),
  'session.access_minutes': minutes('S-36', 'Minutes for which an access token is valid.', always(15, decided())),
  'session.fresh_factor_minutes': minutes(
    'S-35',
    'Minutes for which a proved second factor counts as fresh.',
    always(10, decided()),
  ),
  'apikey.months_max': months('S-39', 'Longest life of a key for machines.', always(12, decided())),
  'staff.impersonation_minutes': minutes(
    'S-45',
    'Longest time staff may look at the platform as somebody else.',
    always(30, decided()),
  ),
  'idempotency.hours': hours('S-3', 'Hours for which a repeated request gets the first answer.', always(24, decided())),
  'idempotency.payment_hours': hours('S-3', 'The same for payments.', always(168, decided())),
};
