import { useEffect, useState } from "react";
import { allowSound, mayUseSound } from "./alarm-sound";

/** Whether the page may sound, and what asks for it from a tap. The first tap anywhere is as good as one on a button. */
export function useSound(): [isAllowed: boolean, allow: () => void] {
  const [isAllowed, setAllowed] = useState(mayUseSound);
  const allow = () => void allowSound().then(setAllowed);
  useEffect(() => {
    if (isAllowed) return;
    const first = () => void allowSound().then(setAllowed);
    // When the tap is over: a button that goes away under the finger would move what is being tapped.
    document.addEventListener("click", first, { once: true });
    return () => document.removeEventListener("click", first);
  }, [isAllowed]);
  return [isAllowed, allow];
}
