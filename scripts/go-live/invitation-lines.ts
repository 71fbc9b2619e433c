import type { OwnerInvitation } from "./go-live";

/**
 * Where the owner comes in.
 * @param again the command that makes another invitation
 */
export function invitationLines(invitation: OwnerInvitation, again: string): string[] {
  if (!invitation) return [];
  const until = invitation.expiresAt.toISOString().slice(0, 16).replace("T", " ");
  return [
    `Whoever opens this link first is the owner, until ${until} UTC: ${invitation.url}`,
    `Lost it? ${again} makes a new one while there is no owner.`,
  ];
}
