import { type ReactNode, useEffect, useState } from "react";
import { showBackButton } from "../telegram";
import { useTexts } from "../texts";
import { Icon } from "./Icon";

type Props = { title: string; onBack?: () => void; aside?: ReactNode; children: ReactNode };

/** A page: its title, the way back, its content. The arrow is Telegram's own where it has one. */
export function Screen({ title, onBack, aside, children }: Props) {
  const { t } = useTexts();
  const drawsBack = useBack(onBack);
  return (
    <main className="screen">
      <header>
        {drawsBack && (
          <button type="button" className="button" onClick={onBack} aria-label={t("ui-back")}>
            <Icon name="back" />
          </button>
        )}
        <h1>{title}</h1>
        {aside}
      </header>
      {children}
    </main>
  );
}

/** @returns whether the page must draw the arrow itself */
function useBack(onBack: (() => void) | undefined): boolean {
  const [drawsBack, setDrawsBack] = useState(false);
  useEffect(() => {
    if (!onBack) return setDrawsBack(false);
    const hide = showBackButton(onBack);
    setDrawsBack(hide === null);
    return hide ?? undefined;
  }, [onBack]);
  return drawsBack;
}
