import type { ReactNode } from "react";
import { haptic } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Icon } from "../../kit/ui/Icon";
import { Screen } from "../../kit/ui/Screen";
import { useNavigation } from "../app/navigation";
import { useOutbox } from "../outbox/OutboxProvider";
import { unsentCount } from "../outbox/outbox";

type Primary = { text: string; onPress: () => void; busy?: boolean; disabled?: boolean; danger?: boolean };
type Props = { title: string; top?: boolean; primary?: Primary | null; children: ReactNode };

/**
 * A page of the courier: what is unsent and the call for help in its head, the one thing to do under the thumb. The
 * button is ours, not Telegram's: it must look the same over a map, under an offer and in the sun.
 */
export function Page({ title, top = false, primary, children }: Props) {
  const { back } = useNavigation();
  return (
    <Screen title={title} {...(top ? {} : { onBack: back })} aside={<Aside top={top} />}>
      {children}
      {primary && (
        <div className={top ? "thumb above-tabs" : "thumb"}>
          <PrimaryButton {...primary} />
        </div>
      )}
    </Screen>
  );
}

export function PrimaryButton({ text, onPress, busy = false, disabled = false, danger = false }: Primary) {
  const press = () => {
    if (busy || disabled) return;
    haptic("tap");
    onPress();
  };
  return (
    <button
      type="button"
      className={danger ? "thumb-button danger-fill" : "thumb-button"}
      onClick={press}
      disabled={disabled}
      aria-busy={busy}
    >
      {text}
    </button>
  );
}

function Aside({ top }: { top: boolean }) {
  const { t } = useTexts();
  const { open } = useNavigation();
  const { outbox } = useOutbox();
  const waiting = unsentCount(outbox);
  const isRefused = waiting < outbox.length;
  return (
    <>
      {outbox.length > 0 && (
        <button
          type="button"
          className={isRefused ? "chip alarm" : "chip"}
          onClick={() => open({ at: "unsent" })}
          aria-label={
            isRefused ? t("road-refused-some", { count: outbox.length }) : t("road-unsent-count", { count: waiting })
          }
        >
          <Icon name={isRefused ? "warning" : "upload"} size={20} />
          {outbox.length}
        </button>
      )}
      {top && (
        <Button look="danger" onPress={() => open({ at: "panic" })}>
          <Icon name="warning" size={20} />
          {t("road-sos")}
        </Button>
      )}
    </>
  );
}
