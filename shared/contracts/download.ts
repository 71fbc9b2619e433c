import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { OrderTableQuery } from "./order-table";

/** A file that the API writes on request. */
export const WantedFile = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("orders"),
    format: z.enum(["csv", "xlsx"]),
    query: OrderTableQuery.omit({ after: true, limit: true }),
  }),
  z.object({ kind: z.literal("menu"), brandId: Id }),
  z.object({ kind: z.literal("receipt"), orderId: Id }),
]);
export type WantedFile = z.infer<typeof WantedFile>;

/** The link needs no sign-in, so that the browser itself saves the file; it is good for minutes. */
export const DownloadLink = z.object({ url: z.string(), expiresAt: z.iso.datetime() });
export type DownloadLink = z.infer<typeof DownloadLink>;
export const DownloadRef = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
