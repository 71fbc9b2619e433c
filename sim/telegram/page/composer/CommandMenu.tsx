import { useState } from "react";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { walk } from "../ui/Menu";
import { usePhone } from "../ui/use-phone";

type Props = { chat: SeenChat; typed: string; onTyped: (text: string) => void };

/** The menu button (commands, or a mini-app), and the same list while somebody types a slash. */
export function CommandMenu({ chat, typed, onTyped }: Props) {
  const phone = usePhone();
  const { attempt, openMiniApp } = useUi();
  const [isOpen, setOpen] = useState(false);
  const { menuButton, commands } = chat;
  const isTyping = /^\/\w*$/.test(typed);
  const shown = isTyping ? commands.filter(({ command }) => `/${command}`.startsWith(typed)) : isOpen ? commands : [];
  const send = (command: string) => {
    setOpen(false);
    onTyped("");
    void attempt(() => call("sendText", { person: phone.id, chat: chat.id, text: `/${command}` }));
  };
  return (
    <>
      {menuButton?.type === "web_app" && (
        <button
          type="button"
          className="menu-button"
          onClick={() => void openMiniApp({ bot: chat.id, from: "menu", url: menuButton.web_app.url })}
        >
          {menuButton.text}
        </button>
      )}
      {menuButton?.type !== "web_app" && commands.length > 0 && (
        <button type="button" className="menu-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "✕" : "☰"} <span>Menu</span>
        </button>
      )}
      {shown.length > 0 && (
        <div
          className="command-list"
          role="menu"
          aria-label="Commands"
          onKeyDown={(event) => (event.key === "Escape" ? setOpen(false) : walk(event))}
        >
          {shown.map(({ command, description }) => (
            <button key={command} type="button" role="menuitem" onClick={() => send(command)}>
              <b>/{command}</b> {description}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
