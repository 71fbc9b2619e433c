import { lazy, type ReactNode, Suspense } from "react";
import type { Point } from "#shared/kernel/geo";
import { useTexts } from "../../kit/texts";
import { Group, TextField } from "../forms/fields";
import type { Form } from "../forms/use-form";
import { NameFields } from "./NameFields";

const PlacePicker = lazy(() => import("../zones/PlacePicker"));

type Shop = { en: string; ru: string; uz: string; addressText: string; phone: string; point: Point };

/** What a customer has to know of a branch: its name, address and phone, and where its door is. */
export function ShopFields<Draft extends Shop>({ form, children }: { form: Form<Draft>; children?: ReactNode }) {
  const { t } = useTexts();
  const { draft, errorAt } = form;
  const set = (change: Partial<Shop>) => form.set(change as Partial<Draft>);
  return (
    <>
      <Group title={t("admin-branch-what")}>
        {children}
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
    </>
  );
}
