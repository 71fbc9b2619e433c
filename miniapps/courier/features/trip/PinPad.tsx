import { useEffect, useEffectEvent, useState } from "react";
import { haptic } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";

const DIGITS = 4;
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

type Props = { busy: boolean; onTouched: (touched: boolean) => void; onPin: (pin: string) => void };

/** Four digits that the customer reads out; the fourth sends them. A keyboard types them, too. */
export function PinPad({ busy, onTouched, onPin }: Props) {
  const { t } = useTexts();
  const [pin, setPin] = useState("");
  const type = (digit: string) => {
    if (busy || pin.length === DIGITS) return;
    haptic("tap");
    const next = pin + digit;
    setPin(next);
    onTouched(next.length < DIGITS);
    if (next.length === DIGITS) onPin(next);
  };
  const rub = () => {
    setPin(pin.slice(0, -1));
    onTouched(pin.length > 1);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (/^\d$/.test(event.key)) type(event.key);
    if (event.key === "Backspace") rub();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  // What was refused is typed anew.
  useEffect(() => {
    if (!busy) setPin((typed) => (typed.length === DIGITS ? "" : typed));
  }, [busy]);
  return (
    <section className="pin-pad" aria-busy={busy}>
      <p>{t("road-pin-ask")}</p>
      <p className="dots" role="status" aria-label={t("road-pin-typed", { count: pin.length })}>
        {Array.from({ length: DIGITS }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: four places without identity
          <span key={place} data-filled={place < pin.length} aria-hidden="true">
            {pin[place] ?? ""}
          </span>
        ))}
      </p>
      <div className="keys">
        {KEYS.map((key) => (
          <button key={key} type="button" onClick={() => type(key)}>
            {key}
          </button>
        ))}
        <span />
        <button type="button" onClick={() => type("0")}>
          0
        </button>
        <button type="button" onClick={rub} aria-label={t("road-pin-rub")}>
          <Icon name="back" size={28} />
        </button>
      </div>
    </section>
  );
}
