import type { Currency } from "#shared/kernel/money";
import { useTexts } from "../../kit/texts";
import { textId } from "../app/text-id";
import { AmountField, Group, NumberField, SelectField, TextField } from "../forms/fields";
import type { Form } from "../forms/use-form";
import type { ZoneDraft } from "./zone-draft";

/** Name, fee, minimum and promise. */
export function FeeFields({ form, currency }: { form: Form<ZoneDraft>; currency: Currency }) {
  const { t } = useTexts();
  const { draft, set, errorAt } = form;
  const amount = (name: "feeMinor" | "baseMinor" | "perKmMinor" | "freeFromMinor" | "minimumMinor", path: string) => (
    <AmountField
      label={t(textId("admin-zone", name))}
      currency={currency}
      value={draft[name]}
      onChange={(value) => set({ [name]: value })}
      error={errorAt(path)}
    />
  );
  return (
    <Group title={t("admin-zone-rules")}>
      <TextField
        label={t("admin-zone-name")}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={errorAt("name")}
      />
      <SelectField
        label={t("admin-zone-fee-kind")}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        options={[
          { value: "flat", text: t("admin-fee-flat") },
          { value: "per_km", text: t("admin-fee-by-distance") },
        ]}
      />
      <div className="pair">
        {draft.kind === "flat" ? (
          amount("feeMinor", "feeRule.feeMinor")
        ) : (
          <>
            {amount("baseMinor", "feeRule.baseMinor")}
            {amount("perKmMinor", "feeRule.perKmMinor")}
            <NumberField
              label={t("admin-zone-included-metres")}
              unit={t("admin-unit-metres")}
              value={draft.includedMetres}
              onChange={(includedMetres) => set({ includedMetres })}
              error={errorAt("feeRule.includedMetres")}
            />
          </>
        )}
        {amount("freeFromMinor", "feeRule.freeFromMinor")}
        {amount("minimumMinor", "minimumMinor")}
        <NumberField
          label={t("admin-zone-promise")}
          unit={t("admin-unit-minutes")}
          value={draft.promisedMinutes}
          onChange={(promisedMinutes) => set({ promisedMinutes })}
          error={errorAt("promisedMinutes")}
        />
      </div>
    </Group>
  );
}
