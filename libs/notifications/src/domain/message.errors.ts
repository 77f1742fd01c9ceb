import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('notifications', {
  message_not_found: { status: 404, says: () => 'There is no such message.', next: 'Check the address.' },
  message_fell_back: {
    status: 409,
    rule: 'S-14',
    says: () => 'This WhatsApp message went as an SMS instead.',
    next: 'Look at the SMS of the same news.',
  },
  receipt_rejected: {
    status: 400,
    rule: 'S-18',
    says: (f: { fault: string }) => `This notice of a message is not believed: ${f.fault.replaceAll('_', ' ')}.`,
    next: 'Sign the raw body with the current secret and send it within five minutes.',
  },
  reply_rejected: {
    status: 400,
    rule: 'S-18',
    says: (f: { fault: string }) => `This reply is not believed: ${f.fault.replaceAll('_', ' ')}.`,
    next: 'Sign the raw body with the current secret and send it within five minutes.',
  },
  topic_is_necessary: {
    status: 422,
    rule: 'S-14',
    says: (f: { topic: string; why: string }) => `Messages about ${f.topic} reach you in this way. ${f.why}`,
    next: 'Switch another channel on beside it, or leave it.',
  },
  topic_is_told_at_once: {
    status: 422,
    rule: 'S-14',
    says: (f: { topic: string }) => `Messages about ${f.topic} are not gathered: they are told at once.`,
    next: 'Gather quieter topics, such as goods, reviews and wishes.',
  },
  unsubscribe_link_unknown: {
    status: 404,
    rule: 'S-36',
    says: () => 'No letter of ours has this link.',
    next: 'Take the link from the letter as it is, or choose what you are told after signing in.',
  },
  message_template_unknown: {
    status: 404,
    says: (f: { template: string }) => `Nobody is told of ${f.template}.`,
    next: 'Look the message up in the list of message templates.',
  },
  wording_unknown: { status: 404, says: () => 'There is no such wording.', next: 'Check the address.' },
  wording_needs_person: {
    status: 403,
    rule: 'S-28',
    says: () => 'Only a person who is signed in writes or decides a wording.',
    next: 'Sign in as a person.',
  },
  wording_faulty: {
    status: 422,
    rule: 'S-34',
    says: (f: { faults: readonly string[] }) => `This text cannot be sent: ${f.faults.join('; ')}.`,
    next: 'Mend what is named; the preview shows the text with sample values.',
  },
  wording_not_draft: {
    status: 409,
    rule: 'S-28',
    says: (f: { state: string }) => `This wording is already ${f.state}.`,
    next: 'Write another one.',
  },
  author_cannot_approve: {
    status: 403,
    rule: 'S-28',
    says: () => 'Whoever wrote a wording cannot approve it.',
    next: 'Ask a second person to approve it.',
  },
  wording_not_in_future: {
    status: 422,
    rule: 'S-28',
    says: (f: { from: string }) => `A wording cannot be in use from ${f.from}: that is over.`,
    next: 'Choose a later instant, or none for at once.',
  },
});
