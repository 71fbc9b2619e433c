import { useEffect } from "react";
import { navigate, useBrowserLocation } from "wouter/use-browser-location";
import { confirmed, guardClosing } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";

/** What asks before a form is left; null while there is nothing to lose. One form is open at a time. */
let askFirst: (() => Promise<boolean>) | null = null;

/** Whether the page may be left now; asks the person when a form would be lost. */
const mayLeave = async (): Promise<boolean> => {
  if (!askFirst) return true;
  const leaves = await askFirst();
  if (leaves) askFirst = null;
  return leaves;
};

/**
 * While a form holds what is not saved, every way out asks: links, Telegram's arrow, the browser's, and closing the app.
 */
export function useLeaveGuard(unsaved: boolean): void {
  const { t } = useTexts();
  useEffect(() => {
    if (!unsaved) return;
    const text = t("admin-leave-question");
    askFirst = () => confirmed({ text, yes: t("admin-leave-yes"), no: t("admin-leave-no"), destructive: true });
    guardClosing(true);
    window.addEventListener("beforeunload", keepOpen);
    return () => {
      askFirst = null;
      guardClosing(false);
      window.removeEventListener("beforeunload", keepOpen);
    };
  }, [unsaved, t]);
}

const keepOpen = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Goes there now; what was typed is saved or given up. */
export function leaveFor(path: string): void {
  askFirst = null;
  navigate(withBase(path));
}

export const BASE = "/app/admin";
const withBase = (path: string): string => `${BASE}${path}`;

/** wouter's location with the question in between. */
export const useGuardedLocation: typeof useBrowserLocation = (options) => {
  const [path] = useBrowserLocation(options);
  return [path, guardedNavigate];
};

const guardedNavigate: typeof navigate = (to, options) => {
  void mayLeave().then((leaves) => {
    if (leaves) navigate(to, options);
  });
};

/**
 * The browser's own arrow has moved already when it tells us: we go forth again, ask, and go back for good. To be
 * called before anything else listens.
 */
export function guardBrowserBack(): void {
  let here = location.href;
  const remember = () => {
    here = location.href;
  };
  for (const event of ["pushState", "replaceState"]) window.addEventListener(event, remember);
  window.addEventListener("popstate", (event) => {
    if (!askFirst) return remember();
    event.stopImmediatePropagation();
    history.pushState(null, "", here);
    void mayLeave().then((leaves) => {
      if (leaves) history.back();
    });
  });
}
