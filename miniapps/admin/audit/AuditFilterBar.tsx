import { useSearchParams } from "wouter";
import { useTexts } from "../../kit/texts";
import { Field } from "../../kit/ui/Field";
import { SelectField } from "../forms/fields";
import { type Filters, filtersOf } from "./filters";
import { known } from "./known-text";
import { useAuditFilters } from "./queries";

/** What, who, since when, until when. */
export function AuditFilterBar() {
  const { t } = useTexts();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const { subjectKinds, people } = useAuditFilters().data ?? { subjectKinds: [], people: [] };
  const set = (change: Partial<Filters>) =>
    setSearch(Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value !== "")), {
      replace: true,
    });
  const all = { value: "", text: t("admin-audit-all") };
  return (
    <div className="card filters">
      <SelectField
        label={t("admin-audit-what")}
        value={filters.kind}
        onChange={(kind) => set({ kind })}
        options={[all, ...subjectKinds.map((kind) => ({ value: kind, text: known(t, "admin-subject", kind) }))]}
      />
      <SelectField
        label={t("admin-audit-who")}
        value={filters.person}
        onChange={(person) => set({ person })}
        options={[all, ...people.map(({ accountId, firstName }) => ({ value: accountId, text: firstName }))]}
      />
      <Field label={t("admin-audit-from")}>
        <input type="date" value={filters.from} onChange={(event) => set({ from: event.target.value })} />
      </Field>
      <Field label={t("admin-audit-to")}>
        <input type="date" value={filters.to} onChange={(event) => set({ to: event.target.value })} />
      </Field>
    </div>
  );
}
