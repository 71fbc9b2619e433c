import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { useTexts } from "../../texts";
import { Button } from "../Button";
import "./headless.css";

type Props = {
  title: string;
  /** What will happen, and to what. */
  text: ReactNode;
  /** The verb: "Delete", "Call off". */
  yes: string;
  isOpen: boolean;
  busy?: boolean;
  danger?: boolean;
  onYes: () => void;
  onNo: () => void;
};

/** Asks before something that cannot be undone, where Telegram's own popup is too small for what must be said. */
export function ConfirmDialog({ title, text, yes, isOpen, busy = false, danger = false, onYes, onNo }: Props) {
  const { t } = useTexts();
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(open) => !open && onNo()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="sheet small">
          <div className="sheet-body">
            <AlertDialog.Title className="sheet-title">{title}</AlertDialog.Title>
            <AlertDialog.Description render={<div className="hint" />}>{text}</AlertDialog.Description>
          </div>
          <footer className="sheet-foot">
            <Button onPress={onNo}>{t("ui-cancel")}</Button>
            <Button look={danger ? "danger" : "primary"} busy={busy} onPress={onYes}>
              {yes}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
