import type { Wordings } from '../domain/wordings.js';

export const catalogueListingDraftedForHi: Wordings<'catalogue.listing_drafted_for'> = {
  maker: {
    subject: 'आपके लिए लिखा गया सामान देखें: {title}',
    text: 'आपके ज़िला कार्यालय ने आपके लिए “{title}” का विवरण लिखा है। यह आपका है और अभी कोई और इसे नहीं देखता। कृपया खोलकर देखें, जो ठीक नहीं है उसे सुधारें, तस्वीरें जोड़ें और भेजें।',
    sms: 'ODOP बाज़ार: ज़िला कार्यालय ने आपके लिए “{title}” लिखा है। कृपया खोलें, तस्वीरें जोड़ें और भेजें।',
  },
};
