/**
 * What Chromium's cut of the Unicode locale data leaves out: it takes Uzbek for known and writes "UZS 66,000" and
 * "M03 2". Words and patterns are those of CLDR, language `uz`.
 */
export const UZBEK_SOM = "soʻm";
const MONTHS = "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr".split(" ");

/** "2-mart". */
export function uzbekDay(at: Date, timeZone?: string): string {
  const [month, date] = new Intl.DateTimeFormat("en", { month: "numeric", day: "numeric", timeZone })
    .format(at)
    .split("/");
  return `${date}-${MONTHS[Number(month) - 1]}`;
}
