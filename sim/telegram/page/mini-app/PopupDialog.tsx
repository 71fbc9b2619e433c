import { Dialog } from "../ui/Dialog";
import type { Host } from "./host";
import type { PopupButton, Question } from "./host-state";

const STANDARD: Record<string, string> = { ok: "OK", close: "Close", cancel: "Cancel" };
const labelOf = ({ type = "default", text }: PopupButton): string => STANDARD[type] ?? text ?? "OK";

type Props = { host: Host; question: Extract<Question, { kind: "popup" }>; onDone: () => void };

/** A popup with up to three buttons; which one was pressed goes back to the mini-app. */
export function PopupDialog({ host, question: { title, message, buttons }, onDone }: Props) {
  const answer = (button_id?: string) => {
    host.emit("popup_closed", button_id === undefined ? {} : { button_id });
    onDone();
  };
  const shown = buttons.length > 0 ? buttons : [{ id: "", type: "close" }];
  const choices = shown.map((button) => ({
    label: labelOf(button),
    tone: button.type === "destructive" ? ("destructive" as const) : undefined,
    onChoose: () => answer(button.id),
  }));
  return (
    <Dialog title={title} choices={choices} onDismiss={() => answer()}>
      {message}
    </Dialog>
  );
}
