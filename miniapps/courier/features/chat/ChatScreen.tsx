import { type FormEvent, useEffect, useRef, useState } from "react";
import type { ChatPartner } from "#shared/contracts/chat";
import type { Id } from "#shared/kernel/ids";
import { useSigned } from "../../../kit/start-app";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";
import { Query } from "../../../kit/ui/Query";
import { useUnsaved } from "../../app/navigation";
import { useOutbox } from "../../outbox/OutboxProvider";
import { Page } from "../../ui/Page";
import { MessageList } from "./MessageList";
import { useMessages } from "./use-messages";

/** What one would type with cold fingers. */
const PHRASES = ["here", "soon", "gate", "call"] as const;
/** The API's own limit. */
const TEXT_MAX = 3_800;

type Props = { orderId: Id | null; orderCode: string | null; to: ChatPartner };

/** Customer and shop by first name; neither side learns a number. */
export function ChatScreen({ orderId, orderCode, to }: Props) {
  const { t } = useTexts();
  const { me } = useSigned();
  const [partner, setPartner] = useState(to);
  const [text, setText] = useState("");
  const { outbox, store } = useOutbox();
  const messages = useMessages(orderId);
  const end = useRef<HTMLDivElement>(null);
  useUnsaved(text.trim() !== "");
  const unsent = outbox.filter(({ action }) => action.do === "write" && action.orderId === orderId);
  const count = (messages.data?.messages.length ?? 0) + unsent.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: "end" });
  }, [count]);
  const write = (words: string) => void store.add({ do: "write", orderId, to: partner, text: words });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    write(text.trim());
    setText("");
  };
  return (
    <Page title={orderCode ? t("road-chat-about", { code: orderCode }) : t("road-chat")}>
      {orderId && (
        <fieldset className="segments">
          <legend className="unseen">{t("road-chat-with")}</legend>
          {(["customer", "staff"] as const).map((who) => (
            <label key={who}>
              <input type="radio" name="to" checked={partner === who} onChange={() => setPartner(who)} />
              <span>{t(`road-chat-${who}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {orderId ? (
        <Query query={messages}>
          {(data) => <MessageList messages={data.messages} unsent={unsent} myName={me.firstName} />}
        </Query>
      ) : (
        <MessageList messages={[]} unsent={unsent} myName={me.firstName} />
      )}
      <div ref={end} />
      <form className="composer" onSubmit={submit}>
        <div className="phrases">
          {PHRASES.map((phrase) => (
            <button key={phrase} type="button" onClick={() => write(t(`road-phrase-${phrase}`))}>
              {t(`road-phrase-${phrase}`)}
            </button>
          ))}
        </div>
        <input
          value={text}
          maxLength={TEXT_MAX}
          onChange={({ target }) => setText(target.value)}
          placeholder={t("road-chat-write")}
          aria-label={t("road-chat-write")}
        />
        <button type="submit" aria-label={t("road-chat-send")} disabled={text.trim() === ""}>
          <Icon name="up" />
        </button>
      </form>
    </Page>
  );
}
