import type { MessageEntity } from "grammy/types";
import { type ReactNode, useState } from "react";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { usePhone } from "../ui/use-phone";
import type { ChatPlace } from "./chat-place";

type Props = { text: string; entities?: MessageEntity[]; chat: ChatPlace };
const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}\uFE0F?\s*){1,3}$/u;

/** Text with everything that was marked in it; one to three emoji alone are large. */
export function RichText({ text, entities = [], chat }: Props) {
  const isEmoji = entities.length === 0 && ONLY_EMOJI.test(text);
  return (
    <div className={isEmoji ? "text emoji" : "text"} dir="auto">
      {nest(text, entities, 0, text.length, chat)}
    </div>
  );
}

/** Entities nest or stand side by side; the outermost of a stretch comes first in the list. */
function nest(text: string, entities: MessageEntity[], from: number, to: number, chat: ChatPlace): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = from;
  entities.forEach((entity, index) => {
    const end = entity.offset + entity.length;
    if (entity.offset < at || end > to) return;
    parts.push(text.slice(at, entity.offset));
    const inner = entities
      .slice(index + 1)
      .filter((other) => other.offset >= entity.offset && other.offset + other.length <= end);
    const children = nest(text, inner, entity.offset, end, chat);
    parts.push(
      <Marked
        key={`${entity.type}${entity.offset}`}
        entity={entity}
        source={text.slice(entity.offset, end)}
        chat={chat}
      >
        {children}
      </Marked>,
    );
    at = end;
  });
  parts.push(text.slice(at, to));
  return parts;
}

type MarkedProps = { entity: MessageEntity; source: string; children: ReactNode; chat: ChatPlace };

function Marked({ entity, source, children, chat }: MarkedProps) {
  switch (entity.type) {
    case "bold":
      return <b>{children}</b>;
    case "italic":
      return <i>{children}</i>;
    case "underline":
      return <u>{children}</u>;
    case "strikethrough":
      return <s>{children}</s>;
    case "code":
      return <code>{children}</code>;
    case "pre":
      return <pre>{children}</pre>;
    case "blockquote":
    case "expandable_blockquote":
      return <blockquote>{children}</blockquote>;
    case "spoiler":
      return <Spoiler>{children}</Spoiler>;
    case "text_link":
      return <Link url={entity.url}>{children}</Link>;
    case "url":
    case "mention":
      return <Link url={source}>{children}</Link>;
    case "bot_command":
      return <Command text={source} chat={chat} />;
    case "email":
    case "hashtag":
    case "phone_number":
    case "text_mention":
      return <span className="link">{children}</span>;
    default:
      return <>{children}</>;
  }
}

function Link({ url, children }: { url: string; children: ReactNode }) {
  const { follow } = useUi();
  return (
    <button type="button" className="link" onClick={() => void follow(url)}>
      {children}
    </button>
  );
}

/** A command in a text is sent when it is tapped. */
function Command({ text, chat }: { text: string; chat: ChatPlace }) {
  const phone = usePhone();
  const { attempt } = useUi();
  return (
    <button
      type="button"
      className="link"
      onClick={() => attempt(() => call("sendText", { person: phone.id, chat: chat.id, text }))}
    >
      {text}
    </button>
  );
}

function Spoiler({ children }: { children: ReactNode }) {
  const [isShown, setShown] = useState(false);
  return (
    <button
      type="button"
      className={isShown ? "spoiler shown" : "spoiler"}
      aria-label={isShown ? undefined : "Show the hidden text"}
      onClick={() => setShown(true)}
    >
      {children}
    </button>
  );
}
