import { type Address, type Caller, createCaller } from "../client/caller";

const STORED = "local-telegram-token";

const given = new URLSearchParams(location.hash.slice(1));
/**
 * `#token=…&people=1,2&theme=dark`: whose phones and which colours somebody who prints an address wants shown.
 * `&chats=open`: each phone begins in its newest chat.
 * `&bot=peyk_staff_bot&open=https://…`: one phone fills the window, with this mini-app of that bot open.
 */
export const wanted = {
  people: given.get("people")?.split(",").map(Number),
  theme: given.get("theme"),
  chats: given.get("chats"),
  bot: given.get("bot"),
  miniApp: given.get("open"),
};

/** The token comes once in the address' hash and then stays with this tab, so that a reload works and history shows none. */
function readToken(): string {
  const token = given.get("token");
  if (token) {
    sessionStorage.setItem(STORED, token);
    history.replaceState(null, "", location.pathname);
  }
  return token ?? sessionStorage.getItem(STORED) ?? "";
}

// Another address of this page in the same tab differs in its hash alone, and a browser would show the old one on.
addEventListener("hashchange", () => location.reload());

export const address: Address = { url: location.origin, token: readToken() };
export const call: Caller = createCaller(address);

/** Where a picture or a sound lies; such requests carry no header. */
export const fileUrl = (uid: string): string => `${address.url}/client/files/${uid}?token=${address.token}`;
