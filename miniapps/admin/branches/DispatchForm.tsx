import { BranchSettings } from "#shared/contracts/branch-settings";
import { DispatchPolicyKind, type DispatchSettings } from "#shared/delivery/dispatch-settings";
import { useTexts } from "../../kit/texts";
import { textId } from "../app/text-id";
import { Group, NumberField } from "../forms/fields";
import { wholeOf } from "../forms/read-fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import type { PartProps } from "./BranchPage";
import { useKeepSettings, useSaveSettings } from "./queries";

type Figure = Exclude<keyof DispatchSettings, "policy">;
const FIGURES: readonly { name: Figure; unit: "seconds" | "metres" | "couriers" }[] = [
  { name: "offerSeconds", unit: "seconds" },
  { name: "exclusiveTries", unit: "couriers" },
  { name: "waveSize", unit: "couriers" },
  { name: "radiusMetres", unit: "metres" },
  { name: "maxRadiusMetres", unit: "metres" },
  { name: "freshSeconds", unit: "seconds" },
];

/** How couriers are found: the manner, and its figures. */
export function DispatchForm({ settings, onOutdated }: PartProps) {
  const { t } = useTexts();
  const save = useSaveSettings(settings);
  const { policy, ...figures } = settings.dispatch;
  const texts = Object.fromEntries(FIGURES.map(({ name }) => [name, String(figures[name])])) as Record<Figure, string>;
  const form = useForm({
    initial: { policy, ...texts },
    schema: BranchSettings.shape.dispatch,
    toInput: (draft) => ({
      ...settings.dispatch,
      policy: draft.policy,
      ...Object.fromEntries(FIGURES.map(({ name }) => [name, wholeOf(draft[name])])),
    }),
    save: (dispatch) => save({ dispatch }),
    saved: useKeepSettings(),
  });
  const { draft, set, errorAt } = form;
  return (
    <>
      <Group title={t("admin-branch-policy")}>
        <div className="choices">
          {DispatchPolicyKind.options.map((kind) => (
            <label key={kind} className="choice">
              <input
                type="radio"
                name="policy"
                checked={draft.policy === kind}
                onChange={() => set({ policy: kind })}
              />
              <span>
                <strong>{t(`admin-policy-${kind}`)}</strong>
                <span className="hint">{t(`admin-policy-${kind}-hint`)}</span>
              </span>
            </label>
          ))}
        </div>
      </Group>
      {draft.policy !== "manual" && (
        <Group title={t("admin-branch-figures")}>
          <div className="pair">
            {FIGURES.map(({ name, unit }) => (
              <NumberField
                key={name}
                label={t(textId("admin-dispatch", name))}
                unit={t(`admin-unit-${unit}`)}
                value={draft[name]}
                onChange={(value) => set({ [name]: value })}
                error={errorAt(name)}
              />
            ))}
          </div>
        </Group>
      )}
      <SaveBar form={form} onOutdated={onOutdated} />
    </>
  );
}
