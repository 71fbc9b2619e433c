import { useMemo } from "react";
import type { BrandMenuView, ItemView } from "#shared/contracts/brand-menu";
import { localText } from "../../kit/local-text";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { leaveFor } from "../app/leaving";
import { NameFields } from "../branches/NameFields";
import { AmountField, Group, SelectField } from "../forms/fields";
import { SaveBar } from "../forms/SaveBar";
import { type Form, useForm } from "../forms/use-form";
import { draftOf, fieldsOfItem, type ItemFields, ItemSchema, newItem } from "./item-draft";
import { ModifierGroups } from "./ModifierGroups";
import { PhotoField } from "./PhotoField";
import { useForgetMenu } from "./queries";
import { WordsFields } from "./WordsFields";

export function NewItemForm({ menu }: { menu: BrandMenuView }) {
  const { t } = useTexts();
  const { api } = useSigned().session;
  const forget = useForgetMenu();
  const wanted = new URLSearchParams(location.search).get("categoryId");
  const form = useForm({
    initial: newItem(wanted ?? menu.categories[0]?.id ?? ""),
    schema: ItemSchema,
    toInput: useMemo(() => draftOf(menu.currency), [menu.currency]),
    save: (draft) => ask(api.items.post(draft)),
    saved: ({ id }: ItemView) => {
      forget();
      leaveFor(`/menu/${menu.brandId}/items/${id}`);
    },
  });
  return (
    <>
      <Fields menu={menu} form={form} />
      <SaveBar form={form} fresh text={t("admin-menu-add")} />
    </>
  );
}

type EditProps = { menu: BrandMenuView; item: ItemView; onOutdated: () => void };

export function EditItemForm({ menu, item, onOutdated }: EditProps) {
  const { api } = useSigned().session;
  const forget = useForgetMenu();
  const form = useForm({
    initial: useMemo(() => fieldsOfItem(item, menu.currency), [item, menu.currency]),
    schema: ItemSchema,
    toInput: useMemo(() => draftOf(menu.currency), [menu.currency]),
    save: (draft) => ask(api.items({ id: item.id }).put({ ...draft, updatedAt: item.updatedAt })),
    saved: forget,
  });
  return (
    <>
      <Fields menu={menu} form={form} />
      <SaveBar form={form} onOutdated={onOutdated} />
    </>
  );
}

function Fields({ menu, form }: { menu: BrandMenuView; form: Form<ItemFields> }) {
  const { t, language } = useTexts();
  const { draft, set, errorAt } = form;
  return (
    <>
      <Group title={t("admin-menu-what")}>
        <PhotoField mediaId={draft.photoMediaId} onChange={(photoMediaId) => set({ photoMediaId })} />
        <NameFields form={form} />
        <div className="pair">
          <AmountField
            label={t("admin-menu-price")}
            currency={menu.currency}
            value={draft.price}
            onChange={(price) => set({ price })}
            error={errorAt("priceMinor")}
          />
          <SelectField
            label={t("admin-menu-category")}
            value={draft.categoryId}
            onChange={(categoryId) => set({ categoryId })}
            error={errorAt("categoryId")}
            options={menu.categories.map(({ id, name }) => ({ value: id, text: localText(name, language) }))}
          />
        </div>
      </Group>
      <Group title={t("admin-menu-description")} hint={t("admin-menu-description-hint")}>
        <WordsFields
          label={t("admin-menu-description")}
          value={draft.description}
          onChange={(description) => set({ description })}
          error={errorAt("description.en")}
          long
        />
      </Group>
      <ModifierGroups currency={menu.currency} form={form} />
    </>
  );
}
