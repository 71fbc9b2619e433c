import { Language } from "#shared/kernel/language";
import { Currency } from "#shared/kernel/money";
import type { Asker, Reading } from "./asker";

export type Business = { name: string; city: string; timezone: string; currency: Currency; language: Language };

/** What an empty organisation must know before its first branch. */
export async function askBusiness({ ask }: Asker): Promise<Business> {
  const name = await ask("Name of the business", text(120));
  const { timeZone: here } = Intl.DateTimeFormat().resolvedOptions();
  const timezone = await ask("Timezone", timeZone, here === "UTC" ? "Asia/Tashkent" : here);
  const city = await ask("City", text(80), timezone.split("/").at(-1)!.replaceAll("_", " "));
  const currency = await ask(`Currency (${Currency.options.join(", ")})`, oneOf(Currency.options, true), "UZS");
  const language = await ask(`Language (${Language.options.join(", ")})`, oneOf(Language.options), "en");
  return { name, city, timezone, currency, language };
}

const text =
  (maxLength: number): Reading<string> =>
  (answer) =>
    answer && answer.length <= maxLength ? { yes: answer } : { no: `Between 1 and ${maxLength} letters, please.` };

const timeZone: Reading<string> = (answer) =>
  isTimeZone(answer) ? { yes: answer } : { no: "Nobody knows that timezone: write one like Asia/Tashkent." };

function isTimeZone(name: string): boolean {
  try {
    return Boolean(name && new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

const oneOf =
  <T extends string>(options: readonly T[], upper = false): Reading<T> =>
  (answer) => {
    const found = options.find((option) => option === (upper ? answer.toUpperCase() : answer.toLowerCase()));
    return found ? { yes: found } : { no: `One of ${options.join(", ")}, please.` };
  };
