import { haptic } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Icon } from "../../kit/ui/Icon";

type Props<Reason extends string> = {
  legend: string;
  /** Of the texts, as in "fail-reason-unsafe". */
  prefix: string;
  reasons: readonly Reason[];
  chosen: Reason | null;
  onChoose: (reason: Reason) => void;
};

/** One reason of a few, each as large as a thumb with a glove. */
export function Reasons<Reason extends string>({ legend, prefix, reasons, chosen, onChoose }: Props<Reason>) {
  const { t } = useTexts();
  return (
    <fieldset className="reasons">
      <legend>{legend}</legend>
      {reasons.map((reason) => (
        <label key={reason} className="reason">
          <input
            type="radio"
            name={prefix}
            checked={chosen === reason}
            onChange={() => {
              haptic("tap");
              onChoose(reason);
            }}
          />
          <span>{t(`${prefix}-${reason.replaceAll("_", "-")}`)}</span>
          <Icon name="check" />
        </label>
      ))}
    </fieldset>
  );
}
