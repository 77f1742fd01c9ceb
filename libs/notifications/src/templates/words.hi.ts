import type { wordsEn } from './words.en.js';

export const wordsHi: Readonly<Record<keyof typeof wordsEn, string>> = {
  declined: 'कारीगर यह ऑर्डर नहीं ले सके',
  not_answered: 'कारीगर ने समय पर उत्तर नहीं दिया',
  customer: 'ख़रीदार ने इसे रद्द किया',
  late_payment: 'भुगतान आने तक सामान बिक चुका था',
  not_delivered: 'पार्सल नहीं पहुँच सका',
  accepted_full: 'पूरा स्वीकार हुआ',
  accepted_part: 'आंशिक रूप से स्वीकार हुआ',
  rejected: 'स्वीकार नहीं हुआ',
  deemed_accepted: 'स्वीकार माना गया, क्योंकि आपत्ति का समय बीत गया',
  none: 'नहीं दिया गया',
  shg_leader: 'समूह की नेता',
  service_centre: 'सेवा केंद्र',
  field_officer: 'क्षेत्र अधिकारी',
  blocked_report: 'इसकी एक शिकायत सही ठहरी है',
  blocked_licence: 'आपका खाद्य लाइसेंस समाप्त हो गया है',
  paper_fssai: 'खाद्य लाइसेंस',
  paper_gi_user: 'जीआई के अधिकृत उपयोगकर्ता का प्रमाणपत्र',
  paper_land_border: 'भूमि-सीमा की घोषणा',
  maker_owner: 'स्वामी',
  maker_manager: 'प्रबंधक',
  maker_accounts: 'लेखापाल',
  maker_packer: 'पैकर',
  maker_member: 'सदस्य',
  may_apply: 'आवेदन',
  may_list: 'सामान',
  may_orders: 'ऑर्डर',
  may_contracts: 'अनुबंध',
  may_payouts: 'भुगतान',
};

export const frameHi = 'नमस्ते {name},\n\n{text}\n\nODOP बाज़ार\n';
