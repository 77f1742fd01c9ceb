import type { Wordings } from '../domain/wordings.js';

export const procurementIncidentMovedEn: Wordings<'procurement.incident_moved'> = {
  maker: {
    subject: 'Incident {incident}: {step}',
    text: 'Incident {incident} over contract {contract}: {step}. Open the incident to read what was said and what comes next.',
    sms: 'ODOP Bazaar: incident {incident}, contract {contract}: {step}.',
  },
  maker_asked: {
    subject: 'Please answer: incident {incident}',
    text: 'You are asked to explain something about contract {contract} (incident {incident}). Please answer until {due}. Goods you owe under your contracts are delivered meanwhile as always.',
    sms: 'ODOP Bazaar: please answer incident {incident} over contract {contract} until {due}.',
  },
  buyer: {
    subject: 'Incident {incident}: {step}',
    text: 'Incident {incident} over contract {contract}: {step}. Open the incident to read what was said and what comes next.',
    sms: 'ODOP Bazaar: incident {incident}, contract {contract}: {step}.',
  },
  buyer_asked: {
    subject: 'Please answer: incident {incident}',
    text: 'Your office is asked to explain something about contract {contract} (incident {incident}). Please answer until {due}.',
    sms: 'ODOP Bazaar: please answer incident {incident} over contract {contract} until {due}.',
  },
  nodal_officer: {
    subject: 'Your office, incident {incident}: {step}',
    text: 'Incident {incident} over contract {contract} of your office: {step}. Faults of an office are reported to its head; after more of them within a year the office is flagged.',
    sms: 'ODOP Bazaar: your office, incident {incident}: {step}.',
  },
  officer: {
    subject: 'Incident {incident}: {step}',
    text: 'Incident {incident} over contract {contract} waits for your desk: {step}.',
    sms: 'ODOP Bazaar: incident {incident} waits for your desk: {step}.',
  },
};
