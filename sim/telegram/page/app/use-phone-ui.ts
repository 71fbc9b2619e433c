import { useMemo, useRef, useState } from "react";
import type { Phone } from "../../client/phone";
import { call } from "../connection";
import type { PhoneState, PhoneUi } from "./phone-ui";
import { readLink } from "./read-link";

const TOAST_MS = 3_500;

export function usePhoneUi(phone: Phone): PhoneUi {
  const [state, setState] = useState<PhoneState>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const actions = useMemo(() => {
    const set = (change: Partial<PhoneState>) => setState((before) => ({ ...before, ...change }));
    const toast = (text: string) => {
      clearTimeout(timer.current);
      set({ toast: text });
      timer.current = setTimeout(() => set({ toast: undefined }), TOAST_MS);
    };
    const attempt: PhoneUi["attempt"] = (doing) =>
      doing().catch((error: Error) => {
        toast(error.message.replace(/^\w+: /, ""));
        return undefined;
      });
    const openChat = (id: number | undefined) => {
      set({ open: id, replyTo: undefined, editing: undefined });
      if (id === undefined) return;
      void attempt(async () => {
        await call("openChat", { person: phone.id, chat: id });
        await call("read", { person: phone.id, chat: id });
      });
    };
    const openMiniApp: PhoneUi["openMiniApp"] = async ({ keyboardText, ...launch }) => {
      const opened = await attempt(() => call("openMiniApp", { person: phone.id, ...launch }));
      if (opened) set({ miniApp: { bot: launch.bot, ...opened, keyboardText } });
    };
    const follow = async (url: string) => {
      const link = readLink(url);
      if (link.kind === "outside") return void window.open(url, "_blank", "noopener");
      if (link.kind === "invoice") return set({ bill: link.bill });
      const bot = (await call("bots", {})).find(
        ({ username }) => username.toLowerCase() === link.username.toLowerCase(),
      );
      if (!bot) return toast(`@${link.username} is not here`);
      if (link.kind === "mini-app")
        return openMiniApp({ bot: bot.id, from: "link", app: link.app, startParameter: link.startParameter });
      openChat(bot.id);
      if (link.start !== undefined)
        await attempt(() => call("start", { person: phone.id, chat: bot.id, parameter: link.start }));
    };
    return { set, toast, openChat, follow, openMiniApp, attempt };
  }, [phone]);
  return useMemo(() => ({ state, ...actions }), [state, actions]);
}
