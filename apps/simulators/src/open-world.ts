import { join } from 'node:path';
import { log } from '#platform/observability';
import {
  BankSimulator,
  CourierSimulator,
  IrpSimulator,
  Journal,
  MessagesSimulator,
  PaymentProviderSimulator,
  PfmsSimulator,
  PhonesSimulator,
  PostalSimulator,
  RegistriesSimulator,
  S3Simulator,
  ScannerSimulator,
  SimulatedHttp,
  WhatsappSimulator,
} from '#platform/simulators';
import { simulatorsConfig } from './simulators.config.js';

export interface World {
  /** 'http://127.0.0.1:3003': the payment provider; the others are under /bank, /pfms, /courier, /postal, /irp, /registries, /scanner, /s3, /messages, /whatsapp, /phones. */
  url: string;
  stop(): Promise<void>;
}

/**
 * All simulators on one port; what they promised is kept in a folder, so that a restart or a kill forgets nothing.
 * @param with_.available_s  seconds until what shoppers paid is at our disposal; two days when left out
 */
export async function openWorld(with_: { available_s?: number } = {}): Promise<World> {
  const settings = simulatorsConfig();
  const memory = (name: string) => ({ journal: new Journal(join(settings.SIMULATORS_DIR, `${name}.jsonl`)) });
  const secretKey = settings.SIMULATORS_KEY;
  const webhookSecret = settings.SIMULATORS_WEBHOOK_SECRET;
  const notify = (path: string) => ({ webhookSecret, webhookUrl: settings.SIMULATORS_NOTIFY + path });

  const payments = new PaymentProviderSimulator({ ...memory('payments'), ...with_ });
  const http = new SimulatedHttp()
    .mount('', payments)
    .mount('/bank', new BankSimulator(memory('bank')).configure({ secretKey }))
    .mount('/pfms', new PfmsSimulator(memory('pfms')).configure({ secretKey }))
    .mount('/courier', new CourierSimulator(memory('courier')).configure({ secretKey, ...notify('/webhooks/courier') }))
    .mount('/postal', new PostalSimulator(memory('postal')).configure({ secretKey }))
    .mount('/irp', new IrpSimulator(memory('irp')).configure({ secretKey }))
    .mount('/registries', new RegistriesSimulator().configure({ secretKey }))
    .mount('/s3', new S3Simulator().configure({ secretKey }))
    .mount('/scanner', new ScannerSimulator().configure({ secretKey }))
    .mount(
      '/messages',
      new MessagesSimulator(memory('messages')).configure({ secretKey, ...notify('/webhooks/messages') }),
    )
    .mount(
      '/whatsapp',
      new WhatsappSimulator(memory('whatsapp')).configure({ secretKey, ...notify('/webhooks/messages') }),
    )
    .mount('/phones', new PhonesSimulator().configure({ secretKey, ...notify('/webhooks/replies') }));
  await http.start(settings.SIMULATORS_PORT);
  payments.configure({ secretKey, ...notify('/webhooks/payment-gateway'), pageBase: http.url });
  log.info({ url: http.url }, 'the simulated outside world is open');
  return { url: http.url, stop: () => http.stop() };
}
