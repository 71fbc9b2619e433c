import { useEffect, useState } from "react";
import type { BotCard } from "../../client-api/actions/people";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Avatar } from "../ui/Avatar";
import { shortTime } from "../ui/time";
import { useLivePhone } from "../ui/use-phone";
import { NewGroup } from "./NewGroup";
import { previewOf } from "./preview";

const lastAt = (chat: SeenChat): number => chat.lastMessage?.date ?? 0;

/** Chats, newest first; below them the bots one could write to. */
export function ChatList({ owner }: { owner: string }) {
  const phone = useLivePhone();
  const { openChat } = useUi();
  const [sought, setSought] = useState("");
  const bots = useBots();
  const fits = (name: string) => name.toLowerCase().includes(sought.trim().toLowerCase().replace(/^@/, ""));
  const chats = phone.chats.filter(({ title }) => fits(title)).sort((a, b) => lastAt(b) - lastAt(a));
  const others = bots.filter(
    ({ id, name, username }) => !phone.chats.some((chat) => chat.id === id) && (fits(name) || fits(username)),
  );
  return (
    <>
      <div className="list-head">
        <h2>Chats</h2>
        <input
          className="search"
          type="search"
          placeholder="Search"
          aria-label={`Search in ${owner}'s chats`}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </div>
      <ul className="chat-list">
        {chats.map((chat) => (
          <li key={chat.id}>
            <Row chat={chat} onOpen={() => openChat(chat.id)} />
          </li>
        ))}
        {others.length > 0 && <li className="section-title">Bots</li>}
        {others.map((bot) => (
          <li key={bot.id}>
            <button type="button" className="chat-row" onClick={() => openChat(bot.id)}>
              <Avatar id={bot.id} name={bot.name} size={50} />
              <span className="title">{bot.name}</span>
              <span />
              <span className="preview">@{bot.username}</span>
            </button>
          </li>
        ))}
        {chats.length + others.length === 0 && <li className="list-empty">Nothing here yet</li>}
        <li>
          <NewGroup />
        </li>
      </ul>
    </>
  );
}

function Row({ chat, onOpen }: { chat: SeenChat; onOpen: () => void }) {
  const { lastMessage, unread } = chat;
  const author =
    lastMessage && (chat.kind === "group" || lastMessage.mine)
      ? lastMessage.mine
        ? "You"
        : lastMessage.from?.first_name
      : undefined;
  return (
    <button type="button" className="chat-row" onClick={onOpen}>
      <Avatar id={chat.id} name={chat.title} size={50} />
      <span className="title">{chat.title}</span>
      <span className="when">{lastMessage && shortTime(lastMessage.date)}</span>
      <span className="preview">
        {author && <b>{author}: </b>}
        {lastMessage ? previewOf(lastMessage) : `@${chat.username}`}
      </span>
      {unread > 0 ? (
        <span className="badge">
          {unread}
          <span className="unseen"> unread</span>
        </span>
      ) : (
        <span />
      )}
    </button>
  );
}

function useBots(): BotCard[] {
  const [bots, setBots] = useState<BotCard[]>([]);
  useEffect(() => {
    const refresh = () => void call("bots", {}).then(setBots, () => undefined);
    refresh();
    const timer = setInterval(refresh, 5_000);
    return () => clearInterval(timer);
  }, []);
  return bots;
}
