import { useLocation } from "wouter";
import { NewMember } from "#shared/contracts/members";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { Empty } from "../../kit/ui/States";
import { leaveFor } from "../app/leaving";
import { Group } from "../forms/fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import { useMembers } from "./queries";
import { type RoleDraft, RoleFields } from "./RoleFields";
import { useGrantableRoles } from "./roles";

/** A further role, or the same at another branch, for somebody who works here. */
export function GrantPage({ accountId }: { accountId: string }) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  return (
    <Screen title={t("admin-people-give-role")} onBack={() => navigate("/")}>
      <Query query={useMembers()}>
        {(members) => {
          const own = members.filter((member) => member.accountId === accountId);
          const [first] = own;
          if (!first) return <Empty icon="people" text={t("refusal-member-not-found")} />;
          const name = [first.firstName, first.lastName].filter(Boolean).join(" ");
          const has = own.map(({ role }) => t(`role-${role}`)).join(", ");
          return <GrantForm accountId={accountId} title={name} hint={t("admin-people-has-roles", { roles: has })} />;
        }}
      </Query>
    </Screen>
  );
}

function GrantForm({ accountId, title, hint }: { accountId: string; title: string; hint: string }) {
  const { t } = useTexts();
  const { session, me } = useSigned();
  const roles = useGrantableRoles().filter((role) => role !== "courier");
  const initial: RoleDraft = {
    role: roles[0] ?? "kitchen",
    branchId: me.branches === "all" ? "" : (me.branches[0] ?? ""),
  };
  const form = useForm({
    initial,
    schema: NewMember,
    toInput: ({ role, branchId }) => ({ accountId, role, branchId: branchId || null }),
    save: (member) => ask(session.api.members.post(member)),
    saved: () => leaveFor("/people"),
  });
  return (
    <>
      <Group title={title} hint={hint}>
        <RoleFields roles={roles} draft={form.draft} onChange={form.set} />
      </Group>
      <SaveBar form={form} fresh text={t("admin-people-give-role")} />
    </>
  );
}
