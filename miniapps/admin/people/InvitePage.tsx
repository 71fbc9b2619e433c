import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import type { InvitationView } from "#shared/contracts/members";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Screen } from "../../kit/ui/Screen";
import { Refused } from "../../kit/ui/States";
import { Group } from "../forms/fields";
import { InvitationLink } from "./InvitationLink";
import { type RoleDraft, RoleFields } from "./RoleFields";
import { useGrantableRoles } from "./roles";

/** A link for one person: whoever follows it asks to be let in. */
export function InvitePage() {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const { session, me } = useSigned();
  const queries = useQueryClient();
  const roles = useGrantableRoles();
  const [draft, setDraft] = useState<RoleDraft>({
    role: roles.includes("courier") ? "courier" : (roles[0] ?? "kitchen"),
    branchId: me.branches === "all" ? "" : (me.branches[0] ?? ""),
  });
  const invite = useMutation<InvitationView, ApiProblem>({
    mutationFn: () => ask(session.api.members.invitations.post({ role: draft.role, branchId: draft.branchId || null })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["invitations"] }),
  });
  const change = (part: Partial<RoleDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    invite.reset();
  };
  return (
    <Screen title={t("admin-people-invite")} onBack={() => navigate("/")}>
      <Group title={t("admin-people-invite-whom")} hint={t("admin-people-invite-hint")}>
        <RoleFields roles={roles} draft={draft} onChange={change} />
        <Refused problem={invite.error} />
        {!invite.data && (
          <div className="line">
            <Button look="primary" busy={invite.isPending} onPress={() => invite.mutate()}>
              {t("admin-people-make-link")}
            </Button>
          </div>
        )}
      </Group>
      {invite.data && <InvitationLink invitation={invite.data} />}
    </Screen>
  );
}
