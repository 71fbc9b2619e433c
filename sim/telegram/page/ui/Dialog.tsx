import { type ReactNode, useEffect, useRef } from "react";
import { OnScreen } from "./OnScreen";

type Choice = { label: string; onChoose: () => void; tone?: "destructive" };
type Props = { title?: string; children?: ReactNode; choices: Choice[]; onDismiss: () => void };

/** A small box in the middle of one phone. */
export function Dialog({ title, children, choices, onDismiss }: Props) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <OnScreen>
      <div className="veil centred" onPointerDown={(event) => event.target === event.currentTarget && onDismiss()}>
        <div
          className="dialog"
          role="alertdialog"
          aria-modal="true"
          aria-label={title ?? "Message"}
          onKeyDown={(event) => event.key === "Escape" && onDismiss()}
        >
          {title && <h2>{title}</h2>}
          {children && <div className="dialog-text">{children}</div>}
          <div className="dialog-choices">
            {choices.map(({ label, onChoose, tone }, index) => (
              <button
                key={label}
                ref={index === 0 ? first : undefined}
                type="button"
                className={tone ?? ""}
                onClick={onChoose}
              >
                {label}
              </button>
            ))}
          </div>
        </div>
      </div>
    </OnScreen>
  );
}
