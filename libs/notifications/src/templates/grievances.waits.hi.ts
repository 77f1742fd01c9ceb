import type { Wordings } from '../domain/wordings.js';

export const grievancesWaitsHi: Wordings<'grievances.waits'> = {
  officer: {
    subject: 'शिकायत {ticket} की पावती नहीं दी गई',
    text: 'शिकायत {ticket} {since} को मिली थी, और क़ानून के समय में किसी ने पावती नहीं दी। कृपया अभी दें।',
    sms: 'ODOP बाज़ार: शिकायत {ticket} ({since}) की पावती समय पर नहीं दी गई। अभी दें।',
  },
};
