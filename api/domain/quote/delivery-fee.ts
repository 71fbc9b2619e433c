import type { FeeRule } from "#shared/contracts/zone";
import { roundMinor } from "#shared/kernel/money";
import type { Metres, Minor } from "#shared/kernel/units";

/** What bringing it costs: flat or by distance on the street, and nothing from the rule's `freeFromMinor` on. */
export function deliveryFee(rule: FeeRule, subtotalMinor: Minor, distanceMetres: Metres): Minor {
  if (rule.freeFromMinor !== undefined && subtotalMinor >= rule.freeFromMinor) return 0;
  if (rule.kind === "flat") return rule.feeMinor;
  const chargedMetres = Math.max(0, distanceMetres - rule.includedMetres);
  return rule.baseMinor + roundMinor((rule.perKmMinor * chargedMetres) / 1_000);
}
