import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { Language } from "#shared/kernel/language";
import type { Permission } from "#shared/kernel/permissions";
import { BotKind, Role } from "#shared/kernel/role";
import { Phone } from "#shared/kernel/text";
import { MemberStatus } from "#shared/people/member-status";
import { QuietHours } from "#shared/people/quiet-hours";

/** Telegram's number of a person. */
export const TelegramId = z.int().min(1);

/** Somebody as Telegram describes them to a bot. Names are kept as they are, without what is no text. */
export const TelegramPerson = z.object({
  telegramId: TelegramId,
  firstName: z.string().max(256),
  lastName: z.string().max(256).nullish(),
  username: z.string().max(64).nullish(),
  languageCode: z.string().max(35).nullish(),
});
export type TelegramPerson = z.infer<typeof TelegramPerson>;

/** A role that somebody has, had or waits for. */
export const OwnMembership = z.object({ id: Id, role: Role, branchId: Id.nullable(), status: MemberStatus });

/** Who I am here: in this organisation, through this bot. */
export const MeView = z.object({
  accountId: Id,
  organisationId: Id,
  organisationName: z.string(),
  botId: Id,
  botKind: BotKind,
  firstName: z.string(),
  lastName: z.string().nullable(),
  phone: z.string().nullable(),
  language: Language,
  /** Those that count through this bot. */
  roles: z.array(Role),
  permissions: z.array(z.custom<Permission>((value) => typeof value === "string")),
  branches: z.union([z.literal("all"), z.array(Id)]),
  courierId: Id.nullable(),
  memberships: z.array(OwnMembership),
  onShift: z.boolean(),
  /** Of the staff; null: none. */
  quietHours: QuietHours.nullable(),
});
export type MeView = z.infer<typeof MeView>;

export const SetLanguage = z.object({ language: Language });
export const SetPhone = z.object({ phone: Phone });
/** Null takes them back. */
export const SetQuietHours = z.object({ quietHours: QuietHours.nullable() });

/** A bot learnt that it cannot, or can again, write to somebody. */
export const Unreachable = z.object({
  telegramId: TelegramId,
  reason: z.enum(["blocked", "deactivated", "chat_not_found"]).default("blocked"),
});
export const Reachable = z.object({ telegramId: TelegramId });
export const ReachabilityView = z.object({ reachable: z.boolean() });

/** A group of the staff, by Telegram's (negative) number of it. */
export const StaffGroup = z.object({ chatId: z.int().max(-1), title: z.string().max(256) });
export const GroupConnected = z.object({ connected: z.boolean() });

export const ShiftView = z.object({ onShift: z.boolean(), since: z.iso.datetime().nullable() });
export type ShiftView = z.infer<typeof ShiftView>;
