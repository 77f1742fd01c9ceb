/** Letters of the GST State codes: the first two digits of a GSTIN stand for these States. */
export const gstStateLetters: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '01 JK, 02 HP, 03 PB, 04 CH, 05 UK, 06 HR, 07 DL, 08 RJ, 09 UP, 10 BR, 11 SK, 12 AR, 13 NL, 14 MN, 15 MZ, 16 TR, ' +
    '17 ML, 18 AS, 19 WB, 20 JH, 21 OD, 22 CG, 23 MP, 24 GJ, 26 DN, 27 MH, 29 KA, 30 GA, 31 LD, 32 KL, 33 TN, 34 PY, ' +
    '35 AN, 36 TS, 37 AP, 38 LA'
  )
    .split(', ')
    .map((row) => row.split(' ') as [string, string]),
);

const letters = new Set(Object.values(gstStateLetters));

/** Udyam writes a few States otherwise than GST does. */
const udyamOnly = new Set(['KR', 'DD', 'TG', 'UT']);

/** The register of companies keeps former letters, and TZ for the second register of Tamil Nadu. */
const companiesOnly = new Set(['OR', 'CT', 'UR', 'UT', 'UA', 'TG', 'TZ', 'DD', 'KR']);

/** 01–38, 97 (other territory), 99 (centre). 25 and 28 are of former times and still met. @rule */
export const isGstStateCode = (code: string): boolean => {
  const n = Number(code);
  return (n >= 1 && n <= 38) || n === 97 || n === 99;
};

export const isUdyamState = (code: string): boolean => letters.has(code) || udyamOnly.has(code);
export const isCompaniesState = (code: string): boolean => letters.has(code) || companiesOnly.has(code);
