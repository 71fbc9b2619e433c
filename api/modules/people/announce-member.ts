import type { Work } from "#api/platform/with-actor";
import type { MemberCard } from "#shared/contracts/views";
import { PERMISSIONS } from "#shared/kernel/permissions";
import type { Role } from "#shared/kernel/role";
import { GRANTED_BY } from "#shared/people/granted-by";
import { chatsOfRoles, staffChatOf } from "./staff-chats";

/** Tells the screens, and those who can approve the member or the member themselves. */
export async function announceMember(
  work: Work,
  { id, accountId, role }: MemberCard,
  whom: "to_approvers" | "to_member",
): Promise<void> {
  work.emit({ kind: "member.changed", body: { membershipId: id, accountId } });
  const chats =
    whom === "to_approvers" ? await chatsOfRoles(work, approversOf(role)) : [await staffChatOf(work, accountId)];
  for (const chat of chats)
    if (chat)
      work.notify({ ...chat, version: versionOf(work.at), body: { kind: "member.changed", membershipId: id, role } });
}

const approversOf = (role: Role): readonly Role[] => (role === "customer" ? [] : PERMISSIONS[GRANTED_BY[role]]);

/** A membership's row counts no versions; two decisions of one second are one message. */
const versionOf = (at: Date): number => Math.floor(at.getTime() / 1_000);
