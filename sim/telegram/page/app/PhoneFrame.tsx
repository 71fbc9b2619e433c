import { useEffect, useState } from "react";
import { ChatScreen } from "../chat/ChatScreen";
import { ChatList } from "../chats/ChatList";
import { call, wanted } from "../connection";
import { MiniAppSheet } from "../mini-app/MiniAppSheet";
import { PaySheet } from "../pay/PaySheet";
import { ScreenContext } from "../ui/OnScreen";
import { ding } from "../ui/sound";
import { clockTime, nowS } from "../ui/time";
import { usePhone, useTick } from "../ui/use-phone";
import { type PhoneUi, PhoneUiContext } from "./phone-ui";
import { usePhoneUi } from "./use-phone-ui";

/** The glass: status bar, the list or a chat, and whatever slides over them. */
export function PhoneFrame({ name }: { name: string }) {
  const phone = usePhone();
  const ui = usePhoneUi(phone);
  const [screen, setScreen] = useState<HTMLElement | null>(null);
  const isRinging = useRinging(ui);
  useWantedMiniApp(ui);
  useWantedChat(ui);
  const { open, miniApp, bill, toast } = ui.state;
  return (
    <PhoneUiContext value={ui}>
      <ScreenContext value={screen}>
        <div className={`phone ${isRinging ? "ringing" : ""}`}>
          <div className="screen" ref={setScreen}>
            <StatusBar />
            {open === undefined ? <ChatList owner={name} /> : <ChatScreen key={open} id={open} />}
            {miniApp && <MiniAppSheet key={miniApp.url} app={miniApp} />}
            {bill && <PaySheet key={bill} billId={bill} />}
            {toast && (
              <div className="toast" role="status">
                {toast}
              </div>
            )}
          </div>
        </div>
      </ScreenContext>
    </PhoneUiContext>
  );
}

function StatusBar() {
  useTick(1_000);
  return (
    <div className="status-bar">
      <time>{clockTime(nowS())}</time>
      <span className="island" aria-hidden="true" />
      <span className="signal" aria-hidden="true">
        <svg width="17" height="11" aria-hidden="true" viewBox="0 0 17 11" fill="currentColor">
          <rect x="0" y="7" width="3" height="4" rx="0.8" />
          <rect x="4.500" y="5" width="3" height="6" rx="0.8" />
          <rect x="9" y="2.500" width="3" height="8.500" rx="0.8" />
          <rect x="13.500" y="0" width="3" height="11" rx="0.8" />
        </svg>
        <svg width="25" height="12" aria-hidden="true" viewBox="0 0 25 12" fill="none" stroke="currentColor">
          <rect x="0.500" y="0.500" width="21" height="11" rx="3.200" opacity="0.4" />
          <rect x="2" y="2" width="16" height="8" rx="2" fill="currentColor" stroke="none" />
          <path d="M23.500 4v4" strokeWidth="1.500" strokeLinecap="round" opacity="0.4" />
        </svg>
      </span>
    </div>
  );
}

/** A message that is not silent sounds and shakes the phone; one read on the spot is read. */
function useRinging({ state }: PhoneUi): boolean {
  const phone = usePhone();
  const [rungAt, setRungAt] = useState(0);
  useEffect(
    () =>
      phone.onEvent((event) => {
        if (event.kind !== "message" || event.message.mine) return;
        if (event.chat === state.open) void call("read", { person: phone.id, chat: event.chat });
        if (event.message.silent) return;
        ding();
        setRungAt(Date.now());
      }),
    [phone, state.open],
  );
  useEffect(() => {
    if (rungAt === 0) return;
    const timer = setTimeout(() => setRungAt(0), 600);
    return () => clearTimeout(timer);
  }, [rungAt]);
  return rungAt > 0;
}

/** Opens what the address asks for, once. */
function useWantedMiniApp({ openMiniApp }: PhoneUi): void {
  useEffect(() => {
    const { bot: username, miniApp: url } = wanted;
    if (!username || !url) return;
    void call("bots", {}).then((bots) => {
      const bot = bots.find((known) => known.username === username);
      if (bot) void openMiniApp({ bot: bot.id, from: "inline", url });
    });
  }, [openMiniApp]);
}

/** Begins in the newest chat when the address asks for it. */
function useWantedChat({ openChat }: PhoneUi): void {
  const phone = usePhone();
  useEffect(() => {
    if (wanted.chats !== "open") return;
    const [newest] = phone.chats.sort((a, b) => (b.lastMessage?.date ?? 0) - (a.lastMessage?.date ?? 0));
    if (newest) openChat(newest.id);
  }, [phone, openChat]);
}
