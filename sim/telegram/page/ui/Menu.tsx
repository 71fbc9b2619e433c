import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Icon, type IconName } from "./Icon";

export type MenuEntry = { label: string; icon: IconName; onChoose: () => unknown; tone?: "danger" };
type Props = { label: string; icon: IconName; entries: MenuEntry[]; placement?: "below" | "above" };

/** A button with a small list; arrows walk, Escape closes. */
export function Menu({ label, icon, entries, placement = "below" }: Props) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector("button")?.focus();
    const leave = (event: PointerEvent) => box.current?.parentElement?.contains(event.target as Node) || setOpen(false);
    addEventListener("pointerdown", leave);
    return () => removeEventListener("pointerdown", leave);
  }, [isOpen]);
  return (
    <div className="menu">
      <button
        type="button"
        className="round"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={icon} />
      </button>
      {isOpen && (
        <div
          ref={box}
          className={`menu-list ${placement}`}
          role="menu"
          onKeyDown={(event) => (event.key === "Escape" ? setOpen(false) : walk(event))}
        >
          {entries.map(({ label: text, icon: sign, onChoose, tone }) => (
            <button
              key={text}
              type="button"
              role="menuitem"
              className={tone ?? ""}
              onClick={() => {
                setOpen(false);
                onChoose();
              }}
            >
              <Icon name={sign} size={21} />
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

export function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
