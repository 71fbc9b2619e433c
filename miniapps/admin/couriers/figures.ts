import type { CourierPerformance } from "#shared/contracts/report";
import type { Language } from "#shared/kernel/language";
import { minutes } from "../../kit/format";
import { share } from "../reports/metrics";

export const FIGURES = ["delivered", "onTime", "carry", "rating", "acceptance"] as const;
export type Figure = (typeof FIGURES)[number];

type Rule = {
  of(courier: CourierPerformance): number | null;
  say(value: number, language: Language): string;
  /** What it rests on, below it. */
  outOf?(courier: CourierPerformance): number;
  best: "most" | "least";
};

export const FIGURE: Readonly<Record<Figure, Rule>> = {
  delivered: { of: ({ delivered }) => delivered, say: String, best: "most" },
  onTime: { of: ({ onTimeShare }) => onTimeShare, say: (value, language) => share(language, value), best: "most" },
  carry: {
    of: ({ carryMinutes }) => carryMinutes,
    say: (value, language) => minutes(language, value * 60),
    best: "least",
  },
  rating: {
    of: ({ rating }) => rating,
    say: (value) => `★ ${value.toFixed(1)}`,
    outOf: ({ ratings }) => ratings,
    best: "most",
  },
  acceptance: {
    of: ({ acceptanceShare }) => acceptanceShare,
    say: (value, language) => share(language, value),
    outOf: ({ offers }) => offers,
    best: "most",
  },
};

/** The best first; who has no such figure comes last, and equals stay in the order of their rank. */
export function rankedBy(couriers: readonly CourierPerformance[], figure: Figure): CourierPerformance[] {
  const { of, best } = FIGURE[figure];
  const worth = (courier: CourierPerformance) => {
    const value = of(courier);
    if (value === null) return Number.NEGATIVE_INFINITY;
    return best === "most" ? value : -value;
  };
  return [...couriers].sort((a, b) => (worth(a) === worth(b) ? a.rank - b.rank : worth(b) - worth(a)));
}
