import { lazy, Suspense } from "react";
import { useTexts } from "../../kit/texts";
import { CheckField, Group, NumberField, TextField } from "../forms/fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import type { PartProps } from "./BranchPage";
import { DetailsSchema, detailsOf, draftOf } from "./details";
import { NameFields } from "./NameFields";
import { useKeepSettings, useSaveSettings } from "./queries";

const PlacePicker = lazy(() => import("../zones/PlacePicker"));

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
      <Group title={t("admin-branch-what")}>
        <NameFields form={form} />
        <div className="pair">
          <TextField
            label={t("admin-branch-address")}
            value={draft.addressText}
            onChange={(addressText) => set({ addressText })}
            error={errorAt("addressText")}
          />
          <TextField
            label={t("admin-branch-phone")}
            inputMode="tel"
            value={draft.phone}
            onChange={(phone) => set({ phone })}
            error={errorAt("phone")}
          />
        </div>
      </Group>
      <Group title={t("admin-branch-where")} hint={t("admin-branch-where-hint")}>
        <Suspense fallback={<div className="skeleton map-small" />}>
          <PlacePicker point={draft.point} onPick={(point) => set({ point })} />
        </Suspense>
      </Group>
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
