import { CourierPay } from "#shared/contracts/branch-settings";
import { writeAmount } from "#shared/money/read-amount";
import { useTexts } from "../../kit/texts";
import { textId } from "../app/text-id";
import { AmountField, Group } from "../forms/fields";
import { minorOf } from "../forms/read-fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import type { PartProps } from "./BranchPage";
import { useKeepSettings, useSaveSettings } from "./queries";

const RATES = ["baseMinor", "perKmMinor", "perExtraStopMinor"] as const;
type Rate = (typeof RATES)[number];

/** What a courier earns for a trip that begins here. */
export function PayForm({ settings, onOutdated }: PartProps) {
  const { t } = useTexts();
  const { currency, pay } = settings;
  const save = useSaveSettings(settings);
  const form = useForm({
    initial: Object.fromEntries(RATES.map((rate) => [rate, writeAmount(pay[rate], currency)])) as Record<Rate, string>,
    schema: CourierPay,
    toInput: (draft) => Object.fromEntries(RATES.map((rate) => [rate, minorOf(draft[rate], currency)])),
    save: (changed) => save({ pay: changed }),
    saved: useKeepSettings(),
  });
  return (
    <>
      <Group title={t("admin-branch-part-pay")} hint={t("admin-branch-pay-hint")}>
        <div className="pair">
          {RATES.map((rate) => (
            <AmountField
              key={rate}
              label={t(textId("admin-pay", rate))}
              currency={currency}
              value={form.draft[rate]}
              onChange={(value) => form.set({ [rate]: value })}
              error={form.errorAt(rate)}
            />
          ))}
        </div>
      </Group>
      <SaveBar form={form} onOutdated={onOutdated} />
    </>
  );
}
