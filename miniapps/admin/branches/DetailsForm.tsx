import { useTexts } from "../../kit/texts";
import { CheckField, Group, NumberField } from "../forms/fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import type { PartProps } from "./BranchPage";
import { DetailsSchema, detailsOf, draftOf } from "./details";
import { useKeepSettings, useSaveSettings } from "./queries";
import { ShopFields } from "./ShopFields";

/** What customers see, where the door is, and how it sells. */
export function DetailsForm({ settings, onOutdated }: PartProps) {
  const { t } = useTexts();
  const save = useSaveSettings(settings);
  const form = useForm({
    initial: draftOf(settings.details),
    schema: DetailsSchema,
    toInput: detailsOf,
    save: (details) => save({ details }),
    saved: useKeepSettings(),
  });
  const { draft, set, errorAt } = form;
  return (
    <>
      <ShopFields form={form} />
      <Group title={t("admin-branch-sells")}>
        <NumberField
          label={t("admin-branch-preparation")}
          unit={t("admin-unit-minutes")}
          value={draft.preparationMinutes}
          onChange={(preparationMinutes) => set({ preparationMinutes })}
          error={errorAt("preparationMinutes")}
        />
        <CheckField
          label={t("admin-branch-cash")}
          value={draft.takesCash}
          onChange={(takesCash) => set({ takesCash })}
        />
        <CheckField
          label={t("admin-branch-invoice")}
          value={draft.takesInvoice}
          onChange={(takesInvoice) => set({ takesInvoice })}
        />
        <CheckField
          label={t("admin-branch-pickup")}
          value={draft.offersPickup}
          onChange={(offersPickup) => set({ offersPickup })}
        />
      </Group>
      <SaveBar form={form} onOutdated={onOutdated} />
    </>
  );
}
