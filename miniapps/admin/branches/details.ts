import { type BranchDetails, BranchDetails as Schema } from "#shared/contracts/branch-settings";
import type { Point } from "#shared/kernel/geo";
import { orNothing, orNull, wholeOf } from "../forms/read-fields";

export type DetailsDraft = {
  en: string;
  ru: string;
  uz: string;
  addressText: string;
  phone: string;
  point: Point;
  preparationMinutes: string;
  takesCash: boolean;
  takesInvoice: boolean;
  offersPickup: boolean;
};

export const draftOf = ({ name, phone, preparationMinutes, ...rest }: BranchDetails): DetailsDraft => ({
  ...rest,
  en: name.en,
  ru: name.ru ?? "",
  uz: name.uz ?? "",
  phone: phone ?? "",
  preparationMinutes: String(preparationMinutes),
});

export const nameOf = ({ en, ru, uz }: Pick<DetailsDraft, "en" | "ru" | "uz">) => ({
  en,
  ru: orNothing(ru),
  uz: orNothing(uz),
});

/** People write numbers with blanks and dashes; the API takes digits. */
export const phoneOf = (text: string): string | null => orNull(text.replaceAll(/[\s()-]/g, ""));

export const detailsOf = ({ en, ru, uz, phone, preparationMinutes, ...rest }: DetailsDraft) => ({
  ...rest,
  name: nameOf({ en, ru, uz }),
  phone: phoneOf(phone),
  preparationMinutes: wholeOf(preparationMinutes),
});

export { Schema as DetailsSchema };
