import type { BagLine } from "#shared/contracts/trip";
import { localText } from "../../../kit/local-text";
import { haptic } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";

type Props = {
  lines: readonly BagLine[];
  packed: ReadonlySet<number>;
  onChange: (packed: ReadonlySet<number>) => void;
};

/** What has to be in the bag, to be ticked off at the counter. */
export function BagList({ lines, packed, onChange }: Props) {
  const { t, language } = useTexts();
  const toggle = (index: number) => {
    haptic("tap");
    const next = new Set(packed);
    if (!next.delete(index)) next.add(index);
    onChange(next);
  };
  return (
    <fieldset className="reasons">
      <legend>{t("road-bag", { done: packed.size, all: lines.length })}</legend>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of an order never change their order
        <label key={index} className="reason">
          <input type="checkbox" checked={packed.has(index)} onChange={() => toggle(index)} />
          <b className="times">{line.quantity} ×</b>
          <span>
            {localText(line.name, language)}
            {line.modifiers.length > 0 && (
              <small>{line.modifiers.map((modifier) => localText(modifier, language)).join(", ")}</small>
            )}
          </span>
          <Icon name="check" />
        </label>
      ))}
    </fieldset>
  );
}
