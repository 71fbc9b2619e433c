import { z } from "zod";

/** What a person may be inside one organisation. Somebody may hold several at once. */
export const Role = z.enum(["customer", "courier", "kitchen", "dispatcher", "manager", "owner"]);
export type Role = z.infer<typeof Role>;

/** Who did something, as history records it: a person in a role, or the house itself (a deadline that passed). */
export const Doer = z.enum([...Role.options, "system"]);
export type Doer = z.infer<typeof Doer>;

/** Branch staff, dispatchers and managers share the staff bot. */
export const STAFF_ROLES: readonly Role[] = ["kitchen", "dispatcher", "manager", "owner"];

/** Which bot a person of this role talks to. */
export const BotKind = z.enum(["customer", "courier", "staff"]);
export type BotKind = z.infer<typeof BotKind>;

export const BOT_OF_ROLE: Record<Role, BotKind> = {
  customer: "customer",
  courier: "courier",
  kitchen: "staff",
  dispatcher: "staff",
  manager: "staff",
  owner: "staff",
};
