import type { ZoneView } from "#shared/contracts/zone";
import { money } from "../../kit/format";
import type { Texts } from "../../kit/texts";

/** A fee rule in one line: "10 000 UZS", or "from 8 000 UZS, 2 000 UZS per km". */
export function feeText({ feeRule, currency }: Pick<ZoneView, "feeRule" | "currency">, { t, language }: Texts): string {
  const amount = (minor: number) => money(language, minor, currency);
  if (feeRule.kind === "flat") return feeRule.feeMinor === 0 ? t("admin-fee-free") : amount(feeRule.feeMinor);
  return t("admin-fee-per-km", { base: amount(feeRule.baseMinor), perKm: amount(feeRule.perKmMinor) });
}
