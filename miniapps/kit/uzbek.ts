/**
 * What Chromium's cut of the Unicode locale data leaves out: it takes Uzbek for known and writes "UZS 66,000" and
 * "M03 2". Words and patterns are those of CLDR, language `uz`.
 */
export const UZBEK_SOM = "soʻm";
const MONTHS = "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr".split(" ");

/** "2-mart". */
export const uzbekDay = (at: Date): string => `${at.getDate()}-${MONTHS[at.getMonth()]}`;
