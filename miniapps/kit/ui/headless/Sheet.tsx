import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { useTexts } from "../../texts";
import { Icon } from "../Icon";
import "./headless.css";

type Props = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** At the side on a wide screen, as a drawer; else in the middle. On a phone it comes from below either way. */
  side?: boolean;
  /** What stays at the foot while the rest scrolls. */
  foot?: ReactNode;
  children: ReactNode;
};

/** Something beside the page that wants an answer or a look: holds the focus, closes with Escape and a tap beside it. */
export function Sheet({ title, isOpen, onClose, side = false, foot, children }: Props) {
  const { t } = useTexts();
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={side ? "sheet side" : "sheet"}>
          <header className="sheet-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t("ui-close")}>
              <Icon name="close" />
            </Dialog.Close>
          </header>
          <div className="sheet-body">{children}</div>
          {foot && <footer className="sheet-foot">{foot}</footer>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
