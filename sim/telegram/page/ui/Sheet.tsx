import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "./Icon";
import { OnScreen } from "./OnScreen";

type Props = { title: string; onClose: () => void; children: ReactNode; className?: string };

/** Slides up from the lower edge of one phone; Escape and the veil close it, focus stays inside. */
export function Sheet({ title, onClose, children, className = "" }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <OnScreen>
      <div className="veil" onPointerDown={(event) => event.target === event.currentTarget && onClose()}>
        <div
          ref={box}
          className={`sheet ${className}`}
          role="dialog"
          aria-modal="true"
          aria-label={title}
          tabIndex={-1}
          onKeyDown={(event) => {
            if (event.key === "Escape") onClose();
            keepInside(event);
          }}
        >
          <header className="sheet-head">
            <button type="button" className="round" aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </button>
            <h2>{title}</h2>
          </header>
          {children}
        </div>
      </div>
    </OnScreen>
  );
}

const FOCUSABLE = "button:not(:disabled), input, textarea, select, a[href], iframe, [tabindex='0']";

/** Tab goes around inside the sheet. */
function keepInside(event: React.KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== "Tab") return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
