import type { MemberRole } from "#shared/contracts/members";
import { localText } from "../../kit/local-text";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { useBranches } from "../branches/queries";
import { SelectField } from "../forms/fields";

export type RoleDraft = { role: MemberRole; branchId: string };
type Props = { roles: readonly MemberRole[]; draft: RoleDraft; onChange: (change: Partial<RoleDraft>) => void };

/** Which role, and at which branch; couriers ride for all. */
export function RoleFields({ roles, draft, onChange }: Props) {
  const { t, language } = useTexts();
  const { branches: reach } = useSigned().me;
  const branches = useBranches().data ?? [];
  const own = branches.filter(({ id }) => reach === "all" || reach.includes(id));
  const everywhere = reach === "all" ? [{ value: "", text: t("admin-every-branch") }] : [];
  return (
    <div className="pair">
      <SelectField
        label={t("admin-role")}
        value={draft.role}
        onChange={(role) => onChange({ role, ...(role === "courier" && { branchId: "" }) })}
        options={roles.map((role) => ({ value: role, text: t(`role-${role}`) }))}
      />
      {draft.role !== "courier" && (
        <SelectField
          label={t("admin-branch")}
          value={draft.branchId}
          onChange={(branchId) => onChange({ branchId })}
          options={[...everywhere, ...own.map(({ id, name }) => ({ value: id, text: localText(name, language) }))]}
        />
      )}
    </div>
  );
}
