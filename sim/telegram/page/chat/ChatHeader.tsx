import { useState } from "react";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Avatar } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import { Menu, type MenuEntry } from "../ui/Menu";
import { useLivePhone, usePhone } from "../ui/use-phone";
import { MembersSheet } from "./MembersSheet";

/** Who it is, what they are doing, and the way back. */
export function ChatHeader({ chat, typing }: { chat: SeenChat; typing: string | undefined }) {
  const { openChat } = useUi();
  const [isMembersOpen, setMembersOpen] = useState(false);
  const unread = useUnreadElsewhere(chat.id);
  const inside = chat.members.filter(({ status }) => status !== "left" && status !== "kicked");
  const subtitle = typing ?? (chat.kind === "private" ? "bot" : `${inside.length} members`);
  return (
    <header className="chat-head">
      <button type="button" className="back" aria-label="Back to the list" onClick={() => openChat(undefined)}>
        <Icon name="back" size={26} />
        {unread > 0 && <span className="badge">{unread}</span>}
      </button>
      <Avatar id={chat.id} name={chat.title} size={38} />
      <div className="chat-title">
        <h2>{chat.title}</h2>
        <p className={typing ? "typing" : ""} aria-live="polite">
          {subtitle}
          {typing && <i className="dots" />}
        </p>
      </div>
      <HeaderMenu chat={chat} onMembers={() => setMembersOpen(true)} />
      {isMembersOpen && <MembersSheet chat={chat} onClose={() => setMembersOpen(false)} />}
    </header>
  );
}

function HeaderMenu({ chat, onMembers }: { chat: SeenChat; onMembers: () => void }) {
  const phone = usePhone();
  const { attempt } = useUi();
  const here = { person: phone.id, chat: chat.id };
  const block: MenuEntry = {
    label: "Block the bot",
    icon: "block",
    tone: "danger",
    onChoose: () => attempt(() => call("block", here)),
  };
  const unblock: MenuEntry = { label: "Unblock", icon: "check", onChoose: () => attempt(() => call("unblock", here)) };
  const members: MenuEntry = { label: "Members", icon: "group", onChoose: onMembers };
  const entries = chat.kind === "group" ? [members] : [chat.blocked ? unblock : block];
  return <Menu label="Chat menu" icon="more" entries={entries} />;
}

function useUnreadElsewhere(id: number): number {
  return useLivePhone().chats.reduce((sum, chat) => (chat.id === id ? sum : sum + chat.unread), 0);
}
