import { testMethods } from './payment-methods.js';
import type { Intent } from './payment-objects.js';

/** A page to pay on by hand, standing in for the provider's own. Only fixed words and our own ids go into it. */
export function paymentPage(intent: Intent): string {
  const rupees = (intent.amount / 100).toFixed(2);
  const control = `/_control/payment_intents/${intent.id}`;
  const button = (action: string, name: string, value: string) =>
    `<form method="post" action="${control}/${action}"><button name="${name}" value="${value}">${value}</button></form>`;
  const open = ['requires_payment_method', 'requires_confirmation'].includes(intent.status);
  const waits = ['requires_action', 'processing'].includes(intent.status);
  const choices = open ? Object.keys(testMethods).map((name) => button('pay', 'payment_method', name)) : [];
  const outcomes = waits ? ['passed', 'failed'].map((outcome) => button('settle', 'outcome', outcome)) : [];
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Simulated payment</title>',
    `<h1>Simulated payment of ₹${rupees}</h1><p>${intent.id}: ${intent.status}. No real money moves here.</p>`,
    ...choices,
    ...outcomes,
    '</html>',
  ].join('\n');
}
