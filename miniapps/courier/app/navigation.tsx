import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { ChatPartner } from "#shared/contracts/chat";
import type { Id } from "#shared/kernel/ids";
import { confirmed, guardClosing } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";

export type Tab = "work" | "trip" | "day";

/** The pages of the app. Tabs stand at the foot; the others lie on top of one and have a way back. */
export type Route =
  | { at: Tab }
  | { at: "hand-over" | "fail" | "release"; deliveryId: Id }
  | { at: "chat"; orderId: Id | null; orderCode: string | null; to: ChatPartner }
  | { at: "permissions" | "place" | "history" | "unsent" | "panic" };

type Navigation = {
  route: Route;
  tab: Tab;
  open(route: Route): void;
  /** Asks first while a form holds something. */
  back(): void;
  /** Goes back without asking: what was typed is on its way. */
  leave(): void;
  guard(unsaved: boolean): void;
};

const NavigationContext = createContext<Navigation | null>(null);

const isTab = (route: Route): route is { at: Tab } => ["work", "trip", "day"].includes(route.at);

/** A stack in memory: the address stays what Telegram opened, so that a reload signs in again. */
export function NavigationProvider({ children }: { children: ReactNode }) {
  const { t } = useTexts();
  const [stack, setStack] = useState<Route[]>([{ at: "work" }]);
  const unsaved = useRef(false);
  const navigation = useMemo<Navigation>(() => {
    const guard = (is: boolean) => {
      unsaved.current = is;
      guardClosing(is);
    };
    const leave = () => {
      guard(false);
      setStack((routes) => (routes.length > 1 ? routes.slice(0, -1) : routes));
    };
    const back = async () => {
      const question = { text: t("road-leave-question"), yes: t("road-leave-yes"), no: t("road-leave-no") };
      if (!unsaved.current || (await confirmed({ ...question, destructive: true }))) leave();
    };
    const open = (route: Route) => setStack((routes) => (isTab(route) ? [route] : [...routes, route]));
    const route = stack.at(-1)!;
    const tab = (stack.find(isTab) ?? { at: "work" as const }).at;
    return { route, tab, open, leave, guard, back: () => void back() };
  }, [stack, t]);
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}

/** @throws Error outside of a `NavigationProvider`: a bug */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error("no NavigationProvider above");
  return navigation;
}

/** While a form holds what would be lost, the way back asks. */
export function useUnsaved(unsaved: boolean): void {
  const { guard } = useNavigation();
  useEffect(() => {
    guard(unsaved);
    return () => guard(false);
  }, [unsaved, guard]);
}
