import type { z } from "zod";
import type { OpenInvitation } from "#shared/contracts/members";
import { clockTime, day } from "../../kit/format";
import { localText } from "../../kit/local-text";
import { confirmed } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Query } from "../../kit/ui/Query";
import { Empty, Refused } from "../../kit/ui/States";
import { useBranches } from "../branches/queries";
import { useInvitations, useRevokeInvitation } from "./queries";

/** Links that nobody has followed yet. */
export function InvitationList() {
  const { t } = useTexts();
  return (
    <Query query={useInvitations()}>
      {(invitations) =>
        invitations.length === 0 ? (
          <Empty icon="people" text={t("admin-invitations-none")} />
        ) : (
          <ul className="list">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        )
      }
    </Query>
  );
}

function InvitationRow({ invitation }: { invitation: z.infer<typeof OpenInvitation> }) {
  const { t, language } = useTexts();
  const { id, role, branchId, invitedBy, expiresAt } = invitation;
  const branch = useBranches().data?.find((each) => each.id === branchId);
  const revoke = useRevokeInvitation(id);
  const until = new Date(expiresAt);
  const ask = async () => {
    const text = t("admin-invitation-revoke-question");
    if (await confirmed({ text, yes: t("admin-invitation-revoke"), no: t("ui-cancel"), destructive: true }))
      revoke.mutate();
  };
  return (
    <li className="list-row wrap">
      <span className="list-text">
        <strong>
          {t(`role-${role}`)} · {branch ? localText(branch.name, language) : t("admin-every-branch")}
        </strong>
        <span className="hint">
          {t("admin-invitation-by", { name: invitedBy })} ·{" "}
          {t("admin-invitation-until", { when: `${day(language, until)}, ${clockTime(language, until)}` })}
        </span>
      </span>
      <Refused problem={revoke.error} />
      <Button look="danger" busy={revoke.isPending} onPress={() => void ask()}>
        {t("admin-invitation-revoke")}
      </Button>
    </li>
  );
}
