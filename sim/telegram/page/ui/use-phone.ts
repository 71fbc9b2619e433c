import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Phone } from "../../client/phone";

export const PhoneContext = createContext<Phone | null>(null);

/** The phone around this component, to act with. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error("there is no phone around this component");
  return phone;
}

/** The phone, to look at: the component is drawn again whenever it hears something. For few components, high up. */
export function useLivePhone(): Phone {
  const phone = usePhone();
  useSyncExternalStore(phone.onChange, () => phone.version);
  return phone;
}

/** Draw again every `everyMs`: ages and countdowns. */
export function useTick(everyMs: number): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
