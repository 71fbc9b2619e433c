import type { KeyboardButton } from "grammy/types";
import { useState } from "react";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Dialog } from "../ui/Dialog";
import { Icon } from "../ui/Icon";
import { usePhone } from "../ui/use-phone";
import { LocationSheet } from "./LocationSheet";

type Props = { chat: SeenChat; rows: KeyboardButton[][]; onPressed: () => void };
type Asking = "contact" | "location" | undefined;

/** Keys that a bot puts below the input field. Phone and place are asked for before they are given. */
export function ReplyKeyboard({ chat, rows, onPressed }: Props) {
  const phone = usePhone();
  const { attempt, openMiniApp } = useUi();
  const [asking, setAsking] = useState<Asking>();
  const here = { person: phone.id, chat: chat.id };
  const press = (key: KeyboardButton) => {
    // The question hangs on this keyboard: it stays until it is answered.
    if (typeof key !== "string" && "request_contact" in key && key.request_contact) return setAsking("contact");
    if (typeof key !== "string" && "request_location" in key && key.request_location) return setAsking("location");
    onPressed();
    if (typeof key !== "string" && "web_app" in key && key.web_app)
      return openMiniApp({ bot: chat.id, from: "keyboard", url: key.web_app.url, keyboardText: key.text });
    return attempt(() => call("sendText", { ...here, text: typeof key === "string" ? key : key.text }));
  };
  const answered = () => {
    setAsking(undefined);
    onPressed();
  };
  const share = () => {
    answered();
    void attempt(() => call("shareContact", here));
  };
  return (
    <fieldset className="reply-keyboard" aria-label="Keyboard of the bot">
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key has no identity but its place
        <div key={index} className="reply-row">
          {row.map((key) => {
            const label = typeof key === "string" ? key : key.text;
            return (
              <button key={label} type="button" onClick={() => void press(key)}>
                {label}
                {typeof key !== "string" && "web_app" in key && <Icon name="app" size={13} />}
              </button>
            );
          })}
        </div>
      ))}
      {asking === "contact" && (
        <Dialog
          title="Share your phone number?"
          choices={[
            { label: "Share", onChoose: share },
            { label: "Cancel", onChoose: () => setAsking(undefined) },
          ]}
          onDismiss={() => setAsking(undefined)}
        >
          {chat.title} will know your phone number.
        </Dialog>
      )}
      {asking === "location" && <LocationSheet chat={chat} onClose={answered} canShareLive={false} />}
    </fieldset>
  );
}
