import { domainErrors } from '#platform/kernel';

export const { fail } = domainErrors('notifications', {
  message_not_found: { status: 404, says: () => 'There is no such message.', next: 'Check the address.' },
});
