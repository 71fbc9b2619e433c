import type { InlineKeyboardButton } from "grammy/types";
import { useState } from "react";
import type { TapResult } from "../../client-api/actions/pressing";
import type { SeenMessage } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Icon, type IconName } from "../ui/Icon";
import { usePhone } from "../ui/use-phone";
import type { ChatPlace } from "./chat-place";

type Props = { chat: ChatPlace; message: SeenMessage; rows: InlineKeyboardButton[][] };

const signOf = (button: InlineKeyboardButton): IconName | undefined => {
  if ("url" in button) return "link";
  if ("web_app" in button) return "app";
  if ("copy_text" in button) return "copy";
  if ("pay" in button) return "card";
  return undefined;
};

/** Buttons below a bubble. One that waits for the bot shimmers until it is answered. */
export function InlineKeyboard({ chat, message, rows }: Props) {
  const phone = usePhone();
  const { attempt } = useUi();
  const outcome = useOutcome(chat);
  const [waiting, setWaiting] = useState<string>();
  const tap = async (row: number, column: number) => {
    setWaiting(`${row}:${column}`);
    const button = rows[row]?.[column];
    const data = button && "callback_data" in button ? button.callback_data : undefined;
    const result = await attempt(() =>
      call("tap", { person: phone.id, chat: chat.id, message: message.message_id, row, column, data }),
    );
    setWaiting(undefined);
    if (result) outcome(result);
  };
  return (
    <fieldset className="inline-keyboard" aria-label="Buttons of this message">
      {rows.map((buttons, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a button has no identity but its place
        <div key={row} className="inline-row">
          {buttons.map((button, column) => {
            const isWaiting = waiting === `${row}:${column}`;
            const sign = signOf(button);
            const look = ["inline-button", "style" in button ? button.style : "", isWaiting ? "waiting" : ""].join(" ");
            return (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: a button has no identity but its place
                key={column}
                type="button"
                className={look}
                aria-busy={isWaiting}
                onClick={() => void tap(row, column)}
              >
                <span>{button.text}</span>
                {sign && <Icon name={sign} size={12} />}
              </button>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}

/** What a tap leads to: a toast, an alert, a page, a mini-app, the pay sheet. */
function useOutcome(chat: ChatPlace): (result: TapResult) => void {
  const { set, toast, follow, openMiniApp } = useUi();
  return (result) => {
    switch (result.kind) {
      case "url":
        return void follow(result.url);
      case "web_app":
        return void openMiniApp({ bot: chat.id, from: "inline", url: result.url });
      case "pay":
        return set({ bill: result.billId });
      case "copy":
        void navigator.clipboard?.writeText(result.text).catch(() => undefined);
        return toast("Copied");
      case "callback": {
        const { answer } = result;
        if (answer?.url) void follow(answer.url);
        if (answer?.text && answer.alert) set({ alert: answer.text });
        else if (answer?.text) toast(answer.text);
      }
    }
  };
}
