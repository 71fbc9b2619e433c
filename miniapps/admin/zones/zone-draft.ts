import { type FeeRule, ZoneRules, type ZoneView } from "#shared/contracts/zone";
import { Polygon } from "#shared/kernel/geo";
import type { Currency } from "#shared/kernel/money";
import { crossesItself } from "#shared/kernel/simple-ring";
import { writeAmount } from "#shared/money/read-amount";
import { minorOf, wholeOf } from "../forms/read-fields";

export type ZoneDraft = {
  name: string;
  polygon: Polygon | null;
  kind: FeeRule["kind"];
  feeMinor: string;
  baseMinor: string;
  perKmMinor: string;
  includedMetres: string;
  /** Empty: the fee is never dropped. */
  freeFromMinor: string;
  minimumMinor: string;
  promisedMinutes: string;
};

/** The API's own, and what the API says of a border besides. */
export const ZoneForm = ZoneRules.extend({
  polygon: Polygon.superRefine(({ coordinates }, { addIssue }) => {
    if (coordinates.some((ring) => crossesItself(ring)))
      addIssue({ code: "custom", path: [], message: "crosses itself", params: { text: "crosses-itself" } });
  }),
});

export const NEW_ZONE: ZoneDraft = {
  name: "",
  polygon: null,
  kind: "flat",
  feeMinor: "",
  baseMinor: "",
  perKmMinor: "",
  includedMetres: "0",
  freeFromMinor: "",
  minimumMinor: "0",
  promisedMinutes: "40",
};

export function draftOf({ name, polygon, feeRule, minimumMinor, promisedMinutes, currency }: ZoneView): ZoneDraft {
  const write = (minor: number | undefined) => (minor === undefined ? "" : writeAmount(minor, currency));
  return {
    ...NEW_ZONE,
    name,
    polygon,
    kind: feeRule.kind,
    freeFromMinor: write(feeRule.freeFromMinor),
    minimumMinor: write(minimumMinor),
    promisedMinutes: String(promisedMinutes),
    ...(feeRule.kind === "flat"
      ? { feeMinor: write(feeRule.feeMinor) }
      : {
          baseMinor: write(feeRule.baseMinor),
          perKmMinor: write(feeRule.perKmMinor),
          includedMetres: String(feeRule.includedMetres),
        }),
  };
}

/** As the API takes it; a border that is not drawn yet is left out, so that the schema misses it. */
export function rulesOf(draft: ZoneDraft, currency: Currency) {
  const minor = (text: string) => minorOf(text, currency);
  const freeFromMinor = draft.freeFromMinor.trim() === "" ? undefined : minor(draft.freeFromMinor);
  const feeRule =
    draft.kind === "flat"
      ? { kind: draft.kind, feeMinor: minor(draft.feeMinor), freeFromMinor }
      : {
          kind: draft.kind,
          baseMinor: minor(draft.baseMinor),
          perKmMinor: minor(draft.perKmMinor),
          includedMetres: wholeOf(draft.includedMetres),
          freeFromMinor,
        };
  return {
    name: draft.name,
    polygon: draft.polygon ?? undefined,
    feeRule,
    minimumMinor: minor(draft.minimumMinor),
    promisedMinutes: wholeOf(draft.promisedMinutes),
  };
}
