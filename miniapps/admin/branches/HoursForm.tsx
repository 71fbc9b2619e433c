import { Plus, X } from "lucide-react";
import { BranchHours } from "#shared/contracts/branch-settings";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Group, TimeInput } from "../forms/fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import type { PartProps } from "./BranchPage";
import { useKeepSettings, useSaveSettings } from "./queries";
import { draftOf, likeMonday, type StretchDraft, stretchesOf, WEEKDAYS, withStretch } from "./week";

/** When it is open, day by day; a day without a row is closed. */
export function HoursForm({ settings, onOutdated }: PartProps) {
  const { t } = useTexts();
  const save = useSaveSettings(settings);
  const form = useForm({
    initial: { week: draftOf(settings.hours) },
    schema: BranchHours,
    toInput: ({ week }) => stretchesOf(week),
    save: (hours) => save({ hours }),
    saved: useKeepSettings(),
  });
  const { week } = form.draft;
  const setWeek = (changed: StretchDraft[]) => form.set({ week: changed });
  const change = (key: number, part: Partial<StretchDraft>) =>
    setWeek(week.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  return (
    <>
      <Group title={t("admin-branch-part-hours")} hint={t("admin-branch-hours-hint", { timezone: settings.timezone })}>
        <ul className="week">
          {WEEKDAYS.map((weekday) => (
            <li key={weekday}>
              <span className="week-day">{t(`admin-weekday-${weekday}`)}</span>
              <div className="week-rows">
                {week.some((draft) => draft.weekday === weekday) || (
                  <span className="hint week-closed">{t("admin-branch-closed")}</span>
                )}
                {week.map(
                  (draft, index) =>
                    draft.weekday === weekday && (
                      <StretchRow
                        key={draft.key}
                        draft={draft}
                        error={form.errorAt(String(index))}
                        onChange={(part) => change(draft.key, part)}
                        onRemove={() => setWeek(week.filter(({ key }) => key !== draft.key))}
                      />
                    ),
                )}
              </div>
              <button
                type="button"
                className="button small"
                aria-label={t("admin-branch-hours-add", { day: t(`admin-weekday-${weekday}`) })}
                onClick={() => setWeek(withStretch(week, weekday))}
              >
                <Plus size={18} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
        <div className="line">
          <Button onPress={() => setWeek(likeMonday(week))}>{t("admin-branch-like-monday")}</Button>
        </div>
      </Group>
      <SaveBar form={form} onOutdated={onOutdated} />
    </>
  );
}

type RowProps = {
  draft: StretchDraft;
  error: string | null;
  onChange: (part: Partial<StretchDraft>) => void;
  onRemove: () => void;
};

function StretchRow({ draft: { weekday, opens, closes }, error, onChange, onRemove }: RowProps) {
  const { t } = useTexts();
  const day = t(`admin-weekday-${weekday}`);
  const pastMidnight = opens !== "" && closes !== "" && closes <= opens;
  return (
    <div>
      <div className="line">
        <TimeInput label={t("admin-opens", { day })} value={opens} onChange={(value) => onChange({ opens: value })} />
        <span aria-hidden="true">–</span>
        <TimeInput
          label={t("admin-closes", { day })}
          value={closes}
          onChange={(value) => onChange({ closes: value })}
        />
        <button type="button" className="button small" aria-label={t("admin-remove-hours", { day })} onClick={onRemove}>
          <X size={18} aria-hidden="true" />
        </button>
        {pastMidnight && (
          <span className="hint">{t(closes === opens ? "admin-around-the-clock" : "admin-next-day")}</span>
        )}
      </div>
      {error && (
        <p className="problem-text" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
