import { rupees } from '#platform/money';
import { bp, count, days, flag, hours, json, months, paise } from '../src/domain/definition.js';
import { careContact, codes, courierReach, freightTable, legalEntity, namedOfficer } from '../src/domain/shapes.js';
import { always, decided, from, known, read } from './evidence.js';

/** The shopper's side: orders, returns, complaints, labels, food. */
export const retail = {
  'retail.accept_hours': hours(
    'SM-4',
    'Hours in which a maker confirms a shop order; then it is cancelled and refunded.',
    always(48, decided()),
  ),
  'retail.return_window_days': days(
    'SM-4',
    'Days after delivery in which goods may be returned.',
    always(7, decided()),
  ),
  'retail.return_window_food_days': days(
    'SM-4',
    'Days after delivery in which food may be returned without a defect.',
    always(0, decided()),
  ),
  'retail.return_window_personalised_days': days(
    'SM-4',
    'Days after delivery in which goods made to order may be returned without a defect.',
    always(0, decided()),
  ),
  'retail.return_auto_hours': hours(
    'SM-4',
    'Hours after which an unanswered return request is approved.',
    always(48, decided()),
  ),
  'retail.return_receipt_hours': hours(
    'SM-4',
    'Hours in which a maker says what a courier brought back to her; then it counts as received.',
    always(72, decided()),
  ),
  'returns.carriage_back_for': json(
    codes,
    'R-9.3',
    'Reasons of a return for which the carriage of the way out goes back, all of it that the pieces bore; for others it stays.',
    always(['defect', 'wrong', 'late'], decided()),
  ),
  'returns.photos_max': count('S-52', 'Photos a shopper may show of one return.', always(6, decided())),
  'returns.photos_needed_defect': count(
    'SM-4',
    'Photos without which goods with a defect are not taken back; the law asks for none, so none are needed.',
    always(0, decided()),
  ),
  'returns.photos_needed_wrong': count(
    'SM-4',
    'Photos without which goods that are not what was ordered are not taken back.',
    always(0, decided()),
  ),
  'returns.photos_loose_hours': hours(
    'S-66',
    'Hours for which photos are kept that a shopper sent and never asked anything with.',
    always(24, decided()),
  ),
  'returns.photos_keep_days': days(
    'S-66',
    'Days for which photos of a return are kept after it is over, for whoever complains.',
    always(180, decided()),
  ),
  'freight.table': json(
    freightTable,
    'R-6.4',
    'What a maker charges for sending a parcel, by weight and distance, and the days it takes.',
    always(
      {
        local: { first_g: 500, first_paise: rupees(30), step_g: 500, step_paise: rupees(20), days: 2 },
        state: { first_g: 500, first_paise: rupees(40), step_g: 500, step_paise: rupees(30), days: 3 },
        region: { first_g: 500, first_paise: rupees(45), step_g: 500, step_paise: rupees(35), days: 5 },
        nation: { first_g: 500, first_paise: rupees(60), step_g: 500, step_paise: rupees(50), days: 7 },
        remote: { first_g: 500, first_paise: rupees(90), step_g: 500, step_paise: rupees(80), days: 10 },
        remote_states: ['AN', 'AR', 'JK', 'LA', 'LD', 'ML', 'MN', 'MZ', 'NL', 'SK', 'TR'],
      },
      decided(),
    ),
  ),
  'freight.free_from': paise(
    'R-6.4',
    'Goods of one maker worth this much or more are sent without charge to the shopper.',
    always(rupees(499), decided()),
  ),
  'retail.door_unpaid_max': count(
    'S-52',
    'Checkouts to one door that can wait for their money at the same time.',
    always(20, decided()),
  ),
  'stock.holds_max': count(
    'S-52',
    'Different offers one shopper can hold at the same time while paying.',
    always(50, decided()),
  ),
  'retail.exchange_hold_days': days(
    'SM-4',
    'Days for which pieces are kept that are to be sent in exchange, while the first ones are on their way back.',
    always(30, decided()),
  ),
  'address.book_max': count('S-48', 'Addresses one shopper keeps in her book.', always(20, decided())),
  'stock.low_at': count('SM-3', 'Pieces left at which a maker is told that stock runs low.', always(3, decided())),
  'shipment.couriers': json(
    courierReach.array().max(20).readonly(),
    'SM-5',
    'Which couriers carry parcels, who is asked first standing first: between which PIN codes, up to which weight, and whether they collect cash and fetch returns.',
    always(
      [
        {
          courier: 'courier',
          makers_in: ['1', '2', '3', '4', '5', '6', '7', '8'],
          shoppers_in: ['1', '2', '3', '4', '5', '6', '7', '8'],
          weight_max_g: 50_000,
          ...{ cash: true, fetches: true },
        },
        {
          courier: 'postal',
          makers_in: ['1', '2', '3', '4', '5', '6', '7', '8'],
          shoppers_in: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
          weight_max_g: 35_000,
          ...{ cash: true, fetches: false },
        },
      ],
      decided(),
    ),
  ),
  'shipment.attempts_max': count(
    'SM-5',
    'Attempts to deliver before a parcel goes back to its maker.',
    always(3, decided()),
  ),
  'shipment.pickup_attempts_max': count(
    'SM-5',
    'Times a courier comes to fetch a return before it is left with its shopper.',
    always(3, decided()),
  ),
  'care.contact': json(
    careContact,
    'R-9.1',
    'Where shoppers reach the platform; an operator writes its own before the first of them comes.',
    always({ phone: '1800000000', email: 'care@odop-bazaar.example' }, decided('S45')),
  ),
  'care.grievance_officer': json(
    namedOfficer,
    'R-9.1',
    'Who answers for complaints, by name and post; an operator names its own before the first shopper comes.',
    always(
      {
        name: 'Kiran Example',
        designation: 'Grievance Officer',
        phone: '1800000000',
        email: 'grievances@odop-bazaar.example',
      },
      decided('S45'),
    ),
  ),
  'care.nodal_person': json(
    namedOfficer,
    'R-9.1',
    'Who, resident in India, answers for the platform keeping the law; an operator names its own.',
    always(
      { name: 'Asha Example', designation: 'Nodal Person', phone: '1800000000', email: 'nodal@odop-bazaar.example' },
      decided('S45'),
    ),
  ),
  'care.entity': json(
    legalEntity,
    'R-9.1',
    'Who runs the marketplace: registered name, principal address and website; an operator writes its own.',
    always(
      {
        legal_name: 'ODOP Bazaar Example',
        address: '1 Example Road, Varanasi 221001, Uttar Pradesh',
        website: 'https://odop-bazaar.example',
      },
      decided('S45'),
    ),
  ),
  'grv.ack_hours': hours('R-9.2', 'Hours in which a complaint is acknowledged.', from('2020-07-23', 48, read('S45'))),
  'grv.redress': months(
    'R-9.2',
    'Calendar months in which a complaint is decided.',
    from('2020-07-23', 1, read('S45')),
  ),
  'grv.escalate_days': days(
    'SM-9',
    'Day on which an unresolved complaint goes to the nodal person.',
    always(20, decided()),
  ),
  'grv.confirm_days': days('SM-9', 'Days after which a resolved complaint closes by itself.', always(7, decided())),
  'grv.reopen_days': days('SM-9', 'Days in which a resolved complaint may be reopened.', always(7, decided())),
  'grv.reopens_max': count('SM-9', 'Times a complaint may be reopened.', always(1, decided())),
  'grv.open_max': count('S-52', 'Complaints one person has open at a time.', always(5, decided())),
  'grv.maker_answer_hours': hours(
    'R-9.2',
    'Hours in which a maker answers what the desk asks her about a complaint.',
    always(72, decided()),
  ),
  'grv.questions_max': count('S-52', 'Times a maker is asked about one complaint.', always(3, decided())),
  'grv.answer_files_max': count('S-52', 'Files a maker hands in with one answer.', always(6, decided())),
  'grv.answer_files_keep_days': days(
    'S-66',
    'Days for which files of an answer are kept at least, and until their complaint is closed.',
    always(180, decided()),
  ),
  'lm.origin_filter': flag(
    'R-9.7',
    'Whether listings must be searchable and sortable by country of origin.',
    always(false, read('S46')),
    from('2026-07-01', true, read('S46')),
  ),
  'toy.artisan_exempt': flag(
    'R-9.9',
    'Whether handmade toys of registered artisans are free from the quality order for toys.',
    always(true, known()),
  ),
  'goods.antique_years': count(
    'R-9.9',
    'Age in years above which an object is an antique and may not be sold.',
    always(100, known()),
  ),
  'food.shelf_life_bp': bp(
    'R-9.8',
    'Share of its shelf life a food must have left at delivery.',
    always(3_000, known()),
  ),
  'food.shelf_life_days': days(
    'R-9.8',
    'Days of shelf life that satisfy at delivery even if the required share is not left.',
    always(45, known()),
  ),
};
