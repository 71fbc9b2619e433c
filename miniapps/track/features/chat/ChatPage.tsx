import { type FormEvent, useEffect, useRef, useState } from "react";
import { businessNowMs } from "../../../kit/business-time";
import { moment } from "../../../kit/format";
import { haptic } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";
import { Query } from "../../../kit/ui/Query";
import { Screen } from "../../../kit/ui/Screen";
import { Empty, Refused } from "../../../kit/ui/States";
import { type ChatWith, useMessages, useSend } from "./queries";

const LONGEST = 1_000;

/** Writing to the courier or the shop. It is the same talk as in the bot's chat: both sides see all of it there, too. */
export function ChatPage({ orderId, partner, onBack }: { orderId: string; partner: ChatWith; onBack: () => void }) {
  const { t } = useTexts();
  const messages = useMessages(orderId);
  return (
    <Screen title={t(`track-chat-${partner}`)} onBack={onBack}>
      <Query query={messages}>
        {({ messages: list }) =>
          list.length === 0 ? <Empty icon="chat" text={t("track-chat-empty")} /> : <Bubbles list={list} />
        }
      </Query>
      <Composer orderId={orderId} partner={partner} />
    </Screen>
  );
}

type Messages = NonNullable<ReturnType<typeof useMessages>["data"]>["messages"];

function Bubbles({ list }: { list: Messages }) {
  const { t, language } = useTexts();
  const end = useRef<HTMLLIElement>(null);
  const count = list.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: "end" });
  }, [count]);
  return (
    <ol className="bubbles">
      {list.map(({ id, from, firstName, text, at }) => (
        <li key={id} className={from === "customer" ? "mine" : ""}>
          {from !== "customer" && <b>{from === "courier" ? firstName : t("track-shop")}</b>}
          <p>{text ?? t("track-chat-file")}</p>
          <time dateTime={at}>{moment(language, new Date(at), businessNowMs())}</time>
        </li>
      ))}
      <li ref={end} aria-hidden="true" className="end" />
    </ol>
  );
}

function Composer({ orderId, partner }: { orderId: string; partner: ChatWith }) {
  const { t } = useTexts();
  const send = useSend(orderId);
  const [text, setText] = useState("");
  const [key, setKey] = useState(() => crypto.randomUUID());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (!said || send.isPending) return;
    send.mutate(
      { to: partner, text: said, key },
      {
        onSuccess: () => {
          haptic("tap");
          setText("");
          setKey(crypto.randomUUID());
        },
      },
    );
  };
  return (
    <form className="composer" onSubmit={submit}>
      <Refused problem={send.error} />
      <input
        value={text}
        maxLength={LONGEST}
        onChange={({ target }) => setText(target.value)}
        placeholder={t("track-chat-placeholder")}
        aria-label={t("track-chat-placeholder")}
      />
      <button type="submit" className="send" aria-label={t("track-chat-send")} aria-busy={send.isPending}>
        <Icon name="up" />
      </button>
    </form>
  );
}
