import { z } from "zod";
import { Point } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { plainText } from "#shared/kernel/text";

export const NewAddress = Point.extend({
  text: plainText(300),
  landmark: plainText(300).nullish(),
  voiceMediaId: Id.nullish(),
});
export type NewAddress = z.infer<typeof NewAddress>;

export const AddressRef = z.object({ id: Id });

export const AddressView = Point.extend({
  id: Id,
  text: z.string(),
  landmark: z.string().nullable(),
  voiceMediaId: Id.nullable(),
  usedAt: z.iso.datetime(),
});
export type AddressView = z.infer<typeof AddressView>;
