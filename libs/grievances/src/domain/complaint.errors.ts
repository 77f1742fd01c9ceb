import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('grievances', {
  complaint_not_found: { status: 404, rule: 'S-42', says: () => 'There is no such complaint.' },
  too_many_complaints: {
    status: 429,
    rule: 'S-52',
    says: (f: { open_max: number }) => `A person has at most ${f.open_max} complaints open at a time.`,
    next: 'Wait for the answers to those you made, or withdraw one.',
  },
  reopen_time_over: {
    status: 409,
    rule: 'SM-9',
    says: (f: { until: string }) => `The complaint could be reopened until ${f.until}.`,
    next: 'Make a new complaint and name the ticket of this one.',
  },
  reopened_already: {
    status: 409,
    rule: 'SM-9',
    says: (f: { reopens_max: number }) =>
      `A complaint can be reopened ${f.reopens_max === 1 ? 'once' : `${f.reopens_max} times`}.`,
    next: 'Make a new complaint and name the ticket of this one.',
  },
  own_complaint: {
    status: 403,
    rule: 'S-28',
    says: () => 'Nobody works on a complaint of their own.',
    next: 'Let another officer of the desk do it.',
  },
  complaint_above_desk: {
    status: 403,
    rule: 'SM-9',
    says: () => 'This complaint lies with the nodal person: it was not decided in time.',
    next: 'Let the nodal person decide.',
  },
  complaint_of_no_order: {
    status: 409,
    rule: 'R-9.2',
    says: () => 'This complaint is about no order: there is no maker to ask.',
  },
  complaint_is_decided: {
    status: 409,
    rule: 'SM-9',
    says: () => 'This complaint is decided: its maker is asked nothing any more.',
  },
  maker_asked_already: {
    status: 409,
    rule: 'R-9.2',
    says: (f: { until: string }) => `The maker was asked already and may answer until ${f.until}.`,
    next: 'Wait for her answer, or for the end of her time.',
  },
  too_many_questions: {
    status: 409,
    rule: 'S-52',
    says: (f: { questions_max: number }) => `The maker is asked at most ${f.questions_max} times about one complaint.`,
  },
  question_not_found: { status: 404, rule: 'S-42', says: () => 'There is no such question.' },
  question_answered: { status: 409, rule: 'R-9.2', says: () => 'You have answered this question.' },
  question_over: {
    status: 409,
    rule: 'R-9.2',
    says: () => 'The time to answer this question is over, or the complaint is decided.',
  },
  too_many_answer_files: {
    status: 409,
    rule: 'S-52',
    says: (f: { files_max: number }) => `An answer has at most ${f.files_max} files.`,
    next: 'Send the answer with the files that say most.',
  },
  answer_file_unknown: { status: 404, rule: 'S-42', says: () => 'There is no such file.' },
  answer_file_not_scanned: {
    status: 409,
    rule: 'S-58',
    says: () => 'The virus scanner has not looked at this file yet.',
    next: 'Try again in a minute.',
  },
  answer_file_infected: { status: 410, rule: 'S-58', says: () => 'This file held a virus and was destroyed.' },
});
