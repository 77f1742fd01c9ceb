import type { NewsIn } from '../tongue.js';

export const goodsBn: NewsIn = {
  'catalogue.listing_live': {
    maker: {
      subject: 'বিক্রিতে: {title}',
      text: '“{title}” এখন বিক্রিতে আছে। ক্রেতা ও সরকারি দপ্তর তা খুঁজে অর্ডার করতে পারেন।',
      sms: 'ODOP বাজার: “{title}” এখন বিক্রিতে আছে।',
    },
  },
  'catalogue.listing_drafted_for': {
    maker: {
      subject: 'আপনার হয়ে বর্ণনা করা জিনিসটি দেখুন: {title}',
      text: 'আপনার জেলা দপ্তর “{title}” আপনার হয়ে বর্ণনা করেছে। এটি আপনার, এখনও আর কেউ দেখতে পায় না: খুলুন, ভুল ঠিক করুন, ছবি যোগ করে জমা দিন।',
      sms: 'ODOP বাজার: জেলা দপ্তর “{title}” বর্ণনা করেছে। খুলে ছবি যোগ করে জমা দিন।',
    },
  },
  'catalogue.listing_returned': {
    maker: {
      subject: 'একটু বদল দরকার: {title}',
      text: 'আধিকারিক “{title}” দেখেছেন ও বিক্রির আগে একটি বদল চান। কী তা পড়তে খুলুন, বদলে আবার পাঠান।',
      sms: 'ODOP বাজার: “{title}” বিক্রির আগে বদল দরকার। খুলুন।',
    },
  },
  'catalogue.listing_paired': {
    maker: {
      subject: '{shop}-ও বিক্রি করছে: {title}',
      text: '{shop} এখন আপনার পাশাপাশি “{title}” নিজের দামে ও নিজের মজুত থেকে বিক্রি করছে। আপনার লেখা ও ছবি আপনারই। না চাইলে জিনিসের পাতায় তা বন্ধ করতে পারেন।',
      sms: 'ODOP বাজার: {shop} এখন আপনার পাশাপাশি “{title}” বিক্রি করছে।',
    },
  },
  'catalogue.pairing_ended': {
    reseller: {
      subject: 'আর আপনার কাছে নেই: {title}',
      text: '“{title}” যিনি বানান সেই {shop} আপনার বিক্রি বন্ধ করেছেন; কারণ জোড়ার পাতায় আছে। যা অর্ডার হয়েছে তা দিন; আপনার কাছে নতুন অর্ডার করা যাবে না।',
      sms: 'ODOP বাজার: {shop} আপনার “{title}” বিক্রি বন্ধ করেছে।',
    },
  },
  'catalogue.low_stock': {
    maker: {
      subject: 'অল্পই বাকি: {title}',
      text: '“{title}” ({variant}): বাকি {left}। ফুরানোর আগে আরও বানান বা গুনে যোগ করুন; ততক্ষণ যা আছে তা অর্ডার করা যাবে।',
      sms: 'ODOP বাজার: “{title}” ({variant}): বাকি {left}।',
    },
  },
  'catalogue.listing_blocked': {
    maker: {
      subject: 'দোকান থেকে সরানো হয়েছে: {title}',
      text: '“{title}” দোকান থেকে সরানো হয়েছে: {why}। হাতে থাকা অর্ডার চলবে। কী ঠিক করতে হবে তা পড়তে খুলুন; তারপর আবার বিক্রি করা যাবে।',
      sms: 'ODOP বাজার: “{title}” দোকান থেকে সরানো হয়েছে: {why}। খুলুন।',
    },
  },
  'catalogue.block_appeal_refused': {
    maker: {
      subject: 'আপনার আপিল মঞ্জুর হয়নি: {title}',
      text: 'অন্য একটি দপ্তর “{title}” আবার দেখেছে ও আপিল মঞ্জুর করেনি। যা চাওয়া হয়েছে ঠিক করে জিনিসটি আবার পাঠান।',
      sms: 'ODOP বাজার: “{title}” নিয়ে আপিল মঞ্জুর হয়নি। খুলুন।',
    },
  },
  'catalogue.listing_change_approved': {
    maker: {
      subject: 'আপনার বদল দোকানে আছে: {title}',
      text: 'আধিকারিক “{title}”-এ আপনার বদল অনুমোদন করেছেন। পুরনোটির জায়গায় নতুনটি আছে।',
      sms: 'ODOP বাজার: “{title}”-এ আপনার বদল অনুমোদিত।',
    },
  },
  'catalogue.listing_change_returned': {
    maker: {
      subject: 'আপনার বদল ফেরত এসেছে: {title}',
      text: 'আধিকারিক “{title}”-এ আপনার বদল ফেরত পাঠিয়েছেন। পুরনোটি বিক্রিতে আছে। কারণ পড়তে খুলুন।',
      sms: 'ODOP বাজার: “{title}”-এর বদল ফেরত এসেছে। কারণ পড়তে খুলুন।',
    },
  },
  'catalogue.picture_broken': {
    maker: {
      subject: 'একটি ছবি দেখানো যাচ্ছে না',
      text: 'আপনার যোগ করা একটি ছবি দেখানো যাচ্ছে না: {why}। আবার তুলুন বা (যেমন JPEG) সংরক্ষণ করুন, ও নতুনটি জিনিসে যোগ করুন।',
      sms: 'ODOP বাজার: আপনার একটি ছবি দেখানো যাচ্ছে না: {why}। আবার যোগ করুন।',
    },
  },
  'catalogue.listing_hidden': {
    maker: {
      subject: 'সিদ্ধান্ত পর্যন্ত লুকানো: {title}',
      text: '“{title}”-এ আপনার বদল এখনও আধিকারিকের অপেক্ষায়, তাই পুরনোটি আর বিক্রিতে নেই। পুরনোটি এখনই বিক্রি করতে বদল ফিরিয়ে নিন।',
      sms: 'ODOP বাজার: আধিকারিকের সিদ্ধান্ত পর্যন্ত “{title}” লুকানো আছে।',
    },
  },
  'catalogue.review_published': {
    maker: {
      subject: 'একজন ক্রেতা মত দিয়েছেন: {title}',
      text: 'একজন ক্রেতা “{title}” নিয়ে মত লিখেছেন। আপনি একবার উত্তর দিতে পারেন ও পরে তা বদলাতে পারেন: ধন্যবাদ জানান, বা কী করছেন তা বলুন।',
      sms: 'ODOP বাজার: “{title}” নিয়ে ক্রেতা মত লিখেছেন। আপনি উত্তর দিতে পারেন।',
    },
  },
  'catalogue.review_answer_refused': {
    maker: {
      subject: 'উত্তর নতুন করে লিখুন: {title}',
      text: '“{title}” নিয়ে মতের যে উত্তর দিয়েছেন তা এভাবে দেখানো যাবে না। কারণ তার সঙ্গে আছে। নতুন করে লিখতে পারেন।',
      sms: 'ODOP বাজার: “{title}” নিয়ে আপনার উত্তর দেখানো যাবে না। কারণ পড়তে খুলুন।',
    },
  },
  'odop.entry_handed_on': {
    maker: {
      subject: 'আগের মতো তালিকায়: {product}',
      text: '{district}-এর “{product}” আগের মতো ODOP তালিকায় আছে। এর অধীনে নতুন জিনিস দিতে পারেন।',
      sms: 'ODOP বাজার: {district}-এর “{product}”-এ আবার নতুন জিনিস দেওয়া যায়।',
    },
  },
  'odop.entry_suspended': {
    maker: {
      subject: 'এখন নতুন জিনিস নয়: {product}',
      text: '{district}-এর “{product}” ODOP তালিকায় স্থগিত। বিক্রিতে থাকা জিনিস থাকবে; আবার চালু না হওয়া পর্যন্ত নতুন দেওয়া যাবে না।',
      sms: 'ODOP বাজার: {district}-এর “{product}” স্থগিত; এখন নতুন জিনিস নয়।',
    },
  },
  'odop.entry_retired': {
    maker: {
      subject: 'আর তালিকায় নেই: {product}',
      text: '{district}-এর “{product}” ODOP তালিকা থেকে বাদ গেছে। বিক্রিতে থাকা জিনিস পূর্বতন ODOP পণ্য চিহ্নে থাকবে; এর অধীনে নতুন দেওয়া যাবে না।',
      sms: 'ODOP বাজার: {district}-এর “{product}” আর তালিকায় নেই।',
    },
    renamed_maker: {
      subject: '{product} এখন {successor} নামে তালিকায়',
      text: '{district}-এর “{product}” এখন ODOP তালিকায় {place}-এর “{successor}”। আপনার জিনিস যেমন আছে থাকবে; নতুন জিনিস নতুন নামে দিন।',
      sms: 'ODOP বাজার: {district}-এর “{product}” এখন {place}-এর “{successor}” নামে তালিকায়।',
    },
  },
};
