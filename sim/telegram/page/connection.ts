import { type Address, type Caller, createCaller } from "../client/caller";

const STORED = "local-telegram-token";

/** The token comes once in the address' hash and then stays with this tab, so that a reload works and history shows none. */
function readToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given) {
    sessionStorage.setItem(STORED, given);
    history.replaceState(null, "", location.pathname);
  }
  return given ?? sessionStorage.getItem(STORED) ?? "";
}

export const address: Address = { url: location.origin, token: readToken() };
export const call: Caller = createCaller(address);

/** Where a picture or a sound lies; such requests carry no header. */
export const fileUrl = (uid: string): string => `${address.url}/client/files/${uid}?token=${address.token}`;
