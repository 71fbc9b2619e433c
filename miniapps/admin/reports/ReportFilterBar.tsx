import { ReportBy } from "#shared/contracts/report";
import type { Currency } from "#shared/kernel/money";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Field } from "../../kit/ui/Field";
import { useBranches } from "../branches/queries";
import { SelectField } from "../forms/fields";
import type { ReportAsked } from "./queries";
import { PRESETS, spanOf } from "./span";

type Props = {
  asked: ReportAsked;
  today: string;
  currencies: readonly Currency[];
  change: (next: Partial<Record<keyof ReportAsked, string>>) => void;
};

/** Which days, put together by what, of which branch. */
export function ReportFilterBar({ asked, today, currencies, change }: Props) {
  const { t, language } = useTexts();
  const branches = useBranches().data ?? [];
  const places = branches.map(({ id, name }) => ({ value: id, text: localText(name, language) }));
  return (
    <>
      <fieldset className="chips">
        <legend className="visually-hidden">{t("admin-report-span")}</legend>
        {PRESETS.map((preset) => {
          const span = spanOf(preset, today);
          const isOn = span.from === asked.from && span.to === asked.to;
          return (
            <button key={preset} type="button" className="chip" aria-pressed={isOn} onClick={() => change(span)}>
              {t(`admin-report-preset-${preset}`)}
            </button>
          );
        })}
      </fieldset>
      <search className="card filters">
        <Field label={t("admin-filter-from")}>
          <input
            type="date"
            value={asked.from}
            max={asked.to}
            onChange={(event) => event.target.value && change({ from: event.target.value })}
          />
        </Field>
        <Field label={t("admin-filter-to")}>
          <input
            type="date"
            value={asked.to}
            min={asked.from}
            onChange={(event) => event.target.value && change({ to: event.target.value })}
          />
        </Field>
        <SelectField
          label={t("admin-report-by")}
          value={asked.by}
          onChange={(by) => change({ by })}
          options={ReportBy.options.map((by) => ({ value: by, text: t(`admin-report-by-${by}`) }))}
        />
        <SelectField
          label={t("admin-orders-branch")}
          value={asked.branchId ?? ""}
          onChange={(branchId) => change({ branchId })}
          options={[{ value: "", text: t("admin-filter-all") }, ...places]}
        />
        {currencies.length > 1 && (
          <SelectField
            label={t("admin-report-currency")}
            value={asked.currency ?? currencies[0]!}
            onChange={(currency) => change({ currency })}
            options={currencies.map((currency) => ({ value: currency, text: currency }))}
          />
        )}
      </search>
    </>
  );
}
