import { useEffect, useEffectEvent } from "react";
import { hasMainButton, showMainButton } from "../telegram";
import { Button } from "./Button";

type Props = { text: string; onPress: () => void; busy?: boolean; disabled?: boolean };

/** The one thing to do on this screen: Telegram's button at the foot, or our own where the client has none. */
export function MainButton({ text, onPress, busy = false, disabled = false }: Props) {
  const press = useEffectEvent(() => {
    if (!busy && !disabled) onPress();
  });
  const native = hasMainButton();
  useEffect(() => {
    if (!native) return;
    return showMainButton({ text, enabled: !disabled, busy }, () => press());
  }, [native, text, busy, disabled]);
  if (native) return null;
  return (
    <footer className="foot">
      <Button look="primary" wide busy={busy} disabled={disabled} onPress={onPress}>
        {text}
      </Button>
    </footer>
  );
}
