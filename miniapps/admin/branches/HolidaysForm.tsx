import { Plus, Trash2 } from "lucide-react";
import { type BranchHoliday, BranchHolidays } from "#shared/contracts/branch-settings";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Field } from "../../kit/ui/Field";
import { CheckField, Group, TimeInput } from "../forms/fields";
import { minuteOf, timeOf } from "../forms/read-fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import type { PartProps } from "./BranchPage";
import { useKeepSettings, useSaveSettings } from "./queries";

type DayDraft = { key: number; day: string; closed: boolean; opens: string; closes: string };

const draftOf = ({ day, opensMinute, closesMinute }: BranchHoliday, key: number): DayDraft => ({
  key,
  day,
  closed: opensMinute === null,
  opens: opensMinute === null ? "" : timeOf(opensMinute),
  closes: closesMinute === null ? "" : timeOf(closesMinute),
});
const holidayOf = ({ day, closed, opens, closes }: DayDraft): BranchHoliday => ({
  day,
  opensMinute: closed ? null : minuteOf(opens),
  closesMinute: closed ? null : minuteOf(closes),
});

/** Days that are not like their weekday: closed, or open at other hours. */
export function HolidaysForm({ settings, onOutdated }: PartProps) {
  const { t } = useTexts();
  const save = useSaveSettings(settings);
  const form = useForm({
    initial: { days: settings.holidays.map(draftOf) },
    schema: BranchHolidays,
    toInput: ({ days }) => days.map(holidayOf),
    save: (holidays) => save({ holidays }),
    saved: useKeepSettings(),
  });
  const { days } = form.draft;
  const change = (key: number, part: Partial<DayDraft>) =>
    form.set({ days: days.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)) });
  const add = () => {
    const key = Math.max(-1, ...days.map((draft) => draft.key)) + 1;
    form.set({ days: [...days, { key, day: "", closed: true, opens: "", closes: "" }] });
  };
  return (
    <>
      <Group title={t("admin-branch-part-holidays")} hint={t("admin-branch-holidays-hint")}>
        {days.map((draft, index) => (
          <div key={draft.key} className="holiday">
            <Field label={t("admin-day")} error={form.errorAt(String(index))}>
              <input
                type="date"
                value={draft.day}
                onChange={(event) => change(draft.key, { day: event.target.value })}
              />
            </Field>
            <CheckField
              label={t("admin-branch-closed-all-day")}
              value={draft.closed}
              onChange={(closed) => change(draft.key, { closed })}
            />
            {!draft.closed && (
              <div className="line">
                <TimeInput
                  label={t("admin-opens", { day: draft.day })}
                  value={draft.opens}
                  onChange={(opens) => change(draft.key, { opens })}
                />
                <span aria-hidden="true">–</span>
                <TimeInput
                  label={t("admin-closes", { day: draft.day })}
                  value={draft.closes}
                  onChange={(closes) => change(draft.key, { closes })}
                />
              </div>
            )}
            <button
              type="button"
              className="button small"
              aria-label={t("admin-remove-day", { day: draft.day })}
              onClick={() => form.set({ days: days.filter(({ key }) => key !== draft.key) })}
            >
              <Trash2 size={18} aria-hidden="true" />
            </button>
          </div>
        ))}
        <div className="line">
          <Button onPress={add}>
            <Plus size={18} aria-hidden="true" />
            {t("admin-branch-holiday-add")}
          </Button>
        </div>
      </Group>
      <SaveBar form={form} onOutdated={onOutdated} />
    </>
  );
}
