import { AlertLevel } from "#shared/alert/alert";
import { AlertSettings } from "#shared/alert/alert-settings";
import { minutes } from "../../kit/format";
import { useTexts } from "../../kit/texts";
import { textId } from "../app/text-id";
import { Group, NumberField } from "../forms/fields";
import { wholeOf } from "../forms/read-fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import type { PartProps } from "./BranchPage";
import { useKeepSettings, useSaveSettings } from "./queries";

/** How often an unanswered alert rings, and after how many rings the next level is woken. */
export function AlertsForm({ settings, onOutdated }: PartProps) {
  const { t, language } = useTexts();
  const save = useSaveSettings(settings);
  const { ringEverySeconds, ringsPerLevel } = settings.alerts;
  const form = useForm({
    initial: { every: String(ringEverySeconds), rings: String(ringsPerLevel) },
    schema: AlertSettings,
    toInput: ({ every, rings }) => ({ ringEverySeconds: wholeOf(every), ringsPerLevel: wholeOf(rings) }),
    save: (alerts) => save({ alerts }),
    saved: useKeepSettings(),
  });
  const { draft, set, errorAt } = form;
  const levelSeconds = wholeOf(draft.every) * wholeOf(draft.rings);
  return (
    <>
      <Group title={t("admin-branch-part-alerts")} hint={t("admin-branch-alerts-hint")}>
        <div className="pair">
          <NumberField
            label={t("admin-alert-every")}
            unit={t("admin-unit-seconds")}
            value={draft.every}
            onChange={(every) => set({ every })}
            error={errorAt("ringEverySeconds")}
          />
          <NumberField
            label={t("admin-alert-rings")}
            value={draft.rings}
            onChange={(rings) => set({ rings })}
            error={errorAt("ringsPerLevel")}
          />
        </div>
        {Number.isFinite(levelSeconds) && (
          <ol className="ladder">
            {AlertLevel.options.map((level, index) => (
              <li key={level}>
                <span>{t(textId("alert-level", level))}</span>
                <span className="hint">
                  {index === 0 ? t("admin-alert-at-once") : `+ ${minutes(language, levelSeconds * index)}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Group>
      <SaveBar form={form} onOutdated={onOutdated} />
    </>
  );
}
