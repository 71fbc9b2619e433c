import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency, Price } from "#shared/kernel/money";
import { plainText } from "#shared/kernel/text";

const moment = z.iso.datetime();
const trueOrFalse = z.enum(["true", "false"]).transform((text) => text === "true");

/** A text as the shop writes it; languages left empty fall back to English. */
export const NewText = z.object({
  en: plainText(1_000),
  ru: plainText(1_000).optional(),
  uz: plainText(1_000).optional(),
});

export const BrandRef = z.object({ id: Id });
export const CategoryRef = z.object({ id: Id });
export const ItemRef = z.object({ id: Id });

export const CategoryDraft = z.object({ name: NewText });
export type CategoryDraft = z.infer<typeof CategoryDraft>;
/** All categories of the brand in their new order. */
export const CategoryOrder = z.object({ categoryIds: z.array(Id).min(1).max(500) });

export const CategoryView = z.object({ id: Id, name: LocalText, items: z.int() });
export type CategoryView = z.infer<typeof CategoryView>;

/** The currency is that of the brand's branches, which share the prices. */
export const BrandMenuView = z.object({
  brandId: Id,
  brandName: z.string(),
  currency: Currency,
  branches: z.array(z.object({ id: Id, name: LocalText })),
  categories: z.array(CategoryView),
});
export type BrandMenuView = z.infer<typeof BrandMenuView>;

/** What a branch has of an item. A branch without an entry sells it, as many as anybody wants. */
export const ItemAtBranch = z.object({ branchId: Id, available: z.boolean(), stock: z.int().nullable() });
export type ItemAtBranch = z.infer<typeof ItemAtBranch>;

export const ItemRow = z.object({
  id: Id,
  categoryId: Id,
  name: LocalText,
  photoMediaId: Id.nullable(),
  priceMinor: Price,
  at: z.array(ItemAtBranch),
});
export type ItemRow = z.infer<typeof ItemRow>;

/** `after`: the `next` of the page before. `soldOut`: only what some branch lacks. */
export const ItemsQuery = z.object({
  categoryId: Id.optional(),
  q: z.string().trim().max(60).optional(),
  soldOut: trueOrFalse.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(60),
});
export type ItemsQuery = z.infer<typeof ItemsQuery>;
export const ItemsPage = z.object({ items: z.array(ItemRow), next: z.string().nullable() });
export type ItemsPage = z.infer<typeof ItemsPage>;

/** `id` null: a new one. What is left out of the list is taken off the menu. */
export const ModifierDraft = z.object({
  id: Id.nullable(),
  name: NewText,
  priceDeltaMinor: z.int().min(-1_000_000_000).max(1_000_000_000),
  available: z.boolean(),
});
export const ModifierGroupDraft = z
  .object({
    id: Id.nullable(),
    name: NewText,
    minChoices: z.int().min(0).max(50),
    maxChoices: z.int().min(1).max(50),
    modifiers: z.array(ModifierDraft).min(1).max(50),
  })
  .refine(({ minChoices, maxChoices }) => minChoices <= maxChoices, { path: ["maxChoices"], error: "below the least" });
export type ModifierGroupDraft = z.infer<typeof ModifierGroupDraft>;

export const ItemDraft = z.object({
  categoryId: Id,
  name: NewText,
  description: NewText.nullable(),
  priceMinor: Price,
  photoMediaId: Id.nullable(),
  modifierGroups: z.array(ModifierGroupDraft).max(20),
});
export type ItemDraft = z.infer<typeof ItemDraft>;

/** `updatedAt` is the one that was read: what somebody else saved meanwhile is told, not overwritten. */
export const ItemChange = ItemDraft.extend({ updatedAt: moment });
export type ItemChange = z.infer<typeof ItemChange>;

export const ItemView = ItemDraft.extend({ id: Id, brandId: Id, updatedAt: moment, at: z.array(ItemAtBranch) });
export type ItemView = z.infer<typeof ItemView>;

/** Prices change by a percentage, rounded to a multiple of `roundToMinor`, or by an amount. */
export const BulkChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("price_percent"),
    percent: z.number().min(-99).max(900),
    roundToMinor: z.int().min(1).max(1_000_000_000),
  }),
  z.object({ kind: z.literal("price_amount"), amountMinor: z.int().min(-1_000_000_000).max(1_000_000_000) }),
  z.object({ kind: z.literal("availability"), branchIds: z.array(Id).min(1).max(200), available: z.boolean() }),
  z.object({ kind: z.literal("category"), categoryId: Id }),
  z.object({ kind: z.literal("archive") }),
]);
export type BulkChange = z.infer<typeof BulkChange>;
export const BulkEdit = z.object({ itemIds: z.array(Id).min(1).max(1_000), change: BulkChange });
export type BulkEdit = z.infer<typeof BulkEdit>;
export const BulkDone = z.object({ changed: z.int() });
