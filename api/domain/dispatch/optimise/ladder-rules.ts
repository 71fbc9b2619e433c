import type { LadderRules } from "../ladder-policy";
import { rankByScore } from "../score-policy";

/** What the plan cannot serve climbs the common ladder. */
export const OPTIMISED_LADDER: LadderRules = { name: "optimised", rank: rankByScore };
