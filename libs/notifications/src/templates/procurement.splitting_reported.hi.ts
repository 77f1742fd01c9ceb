import type { Wordings } from '../domain/wordings.js';

export const procurementSplittingReportedHi: Wordings<'procurement.splitting_reported'> = {
  vigilance_officer: {
    subject: 'बाँटी हुई लगती ख़रीद: कृपया जाँच करें',
    text: 'आपके संगठन के एक कार्यालय की माँगें हाल में इतनी बार सीमा से ऊपर जुड़ीं कि आपको बताया जा रहा है: {warnings}। कार्यालय की चेतावनियों में लिखा है कि कौन सी, कितनी, और किसने अनुमति दी।',
    sms: 'ODOP बाज़ार: एक कार्यालय की ख़रीद बाँटी हुई लगती है ({warnings})। जाँच करें।',
  },
  nodal_officer: {
    subject: 'आपके कार्यालय की ख़रीद बाँटी हुई लगती है',
    text: 'आपके कार्यालय की माँगें हाल में इतनी बार सीमा से ऊपर जुड़ीं कि सतर्कता अधिकारी को बताया गया: {warnings}। जो चाहिए, एक ही माँग में लिखें।',
    sms: 'ODOP बाज़ार: आपके कार्यालय की ख़रीद बाँटी हुई लगती है ({warnings}); सतर्कता को बताया गया।',
  },
};
