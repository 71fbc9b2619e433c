import { z } from "zod";

/** `pending`: came by the invitation and waits for approval. */
export const MemberStatus = z.enum(["invited", "pending", "active", "suspended"]);
export type MemberStatus = z.infer<typeof MemberStatus>;
