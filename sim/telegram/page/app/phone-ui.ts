import { createContext, useContext } from "react";
import type { SeenMessage } from "../../world/person-event";

/** A mini-app that lies over the chat. */
export type OpenMiniApp = { bot: number; url: string; initData: string; title: string; keyboardText?: string };

/** What one phone shows beyond what the server knows. */
export type PhoneState = {
  /** The open chat; none is the list. */
  open?: number;
  miniApp?: OpenMiniApp;
  bill?: string;
  toast?: string;
  /** An alert a bot answered a tap with. */
  alert?: string;
  replyTo?: SeenMessage;
  editing?: SeenMessage;
};

export type PhoneUi = {
  state: PhoneState;
  set(change: Partial<PhoneState>): void;
  /** A word at the lower edge that goes by itself. */
  toast(text: string): void;
  openChat(id: number | undefined): void;
  /** Follow an address: chats, deep links and mini-apps inside, the rest in a new tab. */
  follow(url: string): Promise<void>;
  openMiniApp(launch: {
    bot: number;
    from: "inline" | "menu" | "keyboard" | "link";
    url?: string;
    app?: string;
    startParameter?: string;
    keyboardText?: string;
  }): Promise<void>;
  /** Run something a person does; what the server refuses becomes a toast. */
  attempt<T>(doing: () => Promise<T>): Promise<T | undefined>;
};

export const PhoneUiContext = createContext<PhoneUi | null>(null);

export function useUi(): PhoneUi {
  const ui = useContext(PhoneUiContext);
  if (!ui) throw new Error("there is no phone around this component");
  return ui;
}
