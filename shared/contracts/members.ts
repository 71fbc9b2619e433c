import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { Role } from "#shared/kernel/role";
import { MemberStatus } from "#shared/people/member-status";
import { MemberCard } from "./views";

/** Roles that somebody is invited to; everybody who writes to a customer bot is a customer. */
export const MemberRole = Role.exclude(["customer"]);
export type MemberRole = z.infer<typeof MemberRole>;

/** `branchId` null: every branch. */
export const NewInvitation = z.object({ role: MemberRole, branchId: Id.nullable().default(null) });
export type NewInvitation = z.infer<typeof NewInvitation>;

/** What follows `/start` in an invitation link; Telegram allows 64 characters of this alphabet. */
export const InvitationCode = z.string().regex(/^join_[\w-]{22}$/);

/** Shown once: afterwards only the hash of the code is known. */
export const InvitationView = z.object({
  id: Id,
  role: MemberRole,
  branchId: Id.nullable(),
  code: InvitationCode,
  /** Opens the bot of that role with the code; null while the organisation has no such bot. */
  url: z.url().nullable(),
  expiresAt: z.iso.datetime(),
});
export type InvitationView = z.infer<typeof InvitationView>;

/** An invitation that nobody has followed yet. Its link is not known any more. */
export const OpenInvitation = InvitationView.omit({ code: true, url: true }).extend({
  invitedBy: z.string(),
  createdAt: z.iso.datetime(),
});
export const OpenInvitations = z.object({ invitations: z.array(OpenInvitation) });
export type OpenInvitations = z.infer<typeof OpenInvitations>;
export const InvitationRef = z.object({ id: Id });

/** Anything that somebody made up is refused as an invitation that does not exist. */
export const JoinByInvitation = z.object({ code: z.string().max(64) });
export type JoinByInvitation = z.infer<typeof JoinByInvitation>;

export const MemberRef = z.object({ id: Id });
export const MembersQuery = z.object({ status: MemberStatus.optional() });
export type MembersQuery = z.infer<typeof MembersQuery>;
export const MemberList = z.object({ members: z.array(MemberCard) });

/** A further role for somebody who is known here already. */
export const NewMember = z.object({ accountId: Id, role: MemberRole.exclude(["courier"]), branchId: Id.nullable() });
export type NewMember = z.infer<typeof NewMember>;
