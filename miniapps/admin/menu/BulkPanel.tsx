import { useState } from "react";
import type { BrandMenuView, BulkChange } from "#shared/contracts/brand-menu";
import { localText } from "../../kit/local-text";
import { confirmed } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Refused } from "../../kit/ui/States";
import { AmountField, SelectField, TextField } from "../forms/fields";
import { changeOf, KINDS, type Kind } from "./bulk-change";
import { useBulkEdit } from "./queries";

type Props = { menu: BrandMenuView; itemIds: string[]; onDone: () => void };

/** One change of all marked items: says how many, and asks before it takes them off the menu. */
export function BulkPanel({ menu, itemIds, onDone }: Props) {
  const { t, language } = useTexts();
  const [kind, setKind] = useState<Kind>("price_percent");
  const [value, setValue] = useState("");
  const edit = useBulkEdit(menu.brandId);
  const change = changeOf(kind, value, menu);
  const apply = async (wanted: BulkChange) => {
    const question = { text: t("admin-bulk-archive-question", { count: itemIds.length }), destructive: true };
    const asks = wanted.kind === "archive";
    if (asks && !(await confirmed({ ...question, yes: t("admin-bulk-archive"), no: t("ui-cancel") }))) return;
    edit.mutate({ itemIds, change: wanted }, { onSuccess: onDone });
  };
  const choose = (next: Kind) => {
    setKind(next);
    setValue(next === "category" ? (menu.categories[0]?.id ?? "") : "");
    edit.reset();
  };
  return (
    <section className="bulk" aria-label={t("admin-bulk-title", { count: itemIds.length })}>
      <h2>{t("admin-bulk-title", { count: itemIds.length })}</h2>
      <div className="pair">
        <SelectField
          label={t("admin-bulk-what")}
          value={kind}
          onChange={choose}
          options={KINDS.map((each) => ({ value: each, text: t(`admin-bulk-${each.replaceAll("_", "-")}`) }))}
        />
        {kind === "price_percent" && (
          <TextField
            label={t("admin-bulk-percent")}
            inputMode="decimal"
            value={value}
            onChange={setValue}
            placeholder="10"
          />
        )}
        {kind === "price_amount" && (
          <AmountField
            label={t("admin-bulk-amount")}
            currency={menu.currency}
            value={value}
            onChange={setValue}
            placeholder="-1 000"
          />
        )}
        {kind === "category" && (
          <SelectField
            label={t("admin-menu-category")}
            value={value}
            onChange={setValue}
            options={menu.categories.map(({ id, name }) => ({ value: id, text: localText(name, language) }))}
          />
        )}
        {(kind === "sold_out" || kind === "there_again") && (
          <SelectField
            label={t("admin-orders-branch")}
            value={value}
            onChange={setValue}
            options={[
              { value: "", text: t("admin-bulk-everywhere") },
              ...menu.branches.map(({ id, name }) => ({ value: id, text: localText(name, language) })),
            ]}
          />
        )}
      </div>
      <Refused problem={edit.error} />
      <div className="line">
        <Button
          look={kind === "archive" ? "danger" : "primary"}
          busy={edit.isPending}
          disabled={!change}
          onPress={() => change && void apply(change)}
        >
          {t("admin-bulk-apply", { count: itemIds.length })}
        </Button>
        <Button onPress={onDone}>{t("ui-cancel")}</Button>
      </div>
    </section>
  );
}
