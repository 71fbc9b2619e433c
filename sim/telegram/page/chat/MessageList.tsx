import { Fragment, useEffect, useMemo, useRef } from "react";
import type { SeenChat, SeenMessage } from "../../world/person-event";
import { Album } from "../bubbles/Album";
import { Bubble } from "../bubbles/Bubble";
import type { ChatPlace } from "../bubbles/chat-place";
import { serviceText } from "../chats/service-text";
import { call } from "../connection";
import { dayTitle, isSameDay } from "../ui/time";
import { usePhone } from "../ui/use-phone";
import { useStickToEnd } from "./use-stick-to-end";

const SAME_BREATH_S = 300;

/** All messages, oldest on top; stays at the end unless somebody scrolled up. */
export function MessageList({ chat, messages }: { chat: SeenChat; messages: SeenMessage[] }) {
  const box = useRef<HTMLDivElement>(null);
  const onScroll = useStickToEnd(box, messages.findLast(({ mine }) => mine)?.message_id);
  useReading(chat);
  const place = useMemo(() => ({ id: chat.id, kind: chat.kind }), [chat.id, chat.kind]);
  const groups = albumsOf(messages);
  return (
    <div
      ref={box}
      className="wall"
      role="log"
      aria-label="Messages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={onScroll}
    >
      <div className="messages">
        {!chat.started && chat.about && <p className="about">{chat.about}</p>}
        {groups.map((group, index) => {
          const message = group[0]!;
          const before = groups[index - 1]?.at(-1);
          const after = groups[index + 1]?.[0];
          const isNewDay = !before || !isSameDay(before.date, message.date);
          return (
            <Fragment key={message.message_id}>
              {isNewDay && <div className="day">{dayTitle(message.date)}</div>}
              <Entry
                chat={place}
                group={group}
                isFirst={isNewDay || !isOneBreath(before, message)}
                isLast={!isOneBreath(message, after)}
              />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}

type EntryProps = { chat: ChatPlace; group: SeenMessage[]; isFirst: boolean; isLast: boolean };

function Entry({ chat, group, isFirst, isLast }: EntryProps) {
  const message = group[0]!;
  const service = serviceText(message);
  if (service) return <div className="service">{service}</div>;
  if (group.length > 1) return <Album chat={chat} messages={group} isLast={isLast} />;
  return <Bubble chat={chat} message={message} isFirst={isFirst} isLast={isLast} />;
}

/** Messages of one album stand together. */
function albumsOf(messages: SeenMessage[]): SeenMessage[][] {
  const groups: SeenMessage[][] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    const album = message.media_group_id;
    if (album && last?.[0]?.media_group_id === album) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

const isOneBreath = (a: SeenMessage | undefined, b: SeenMessage | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.from?.id === b.from?.id &&
  b.date - a.date < SAME_BREATH_S &&
  !serviceText(a) &&
  !serviceText(b);

/** An open chat is a read chat. */
function useReading({ id, unread }: SeenChat): void {
  const phone = usePhone();
  useEffect(() => {
    if (unread > 0) void call("read", { person: phone.id, chat: id }).catch(() => undefined);
  }, [phone, id, unread]);
}
