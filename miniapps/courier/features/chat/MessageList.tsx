import type { ChatCard } from "#shared/contracts/views";
import { clockTime } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";
import { Empty } from "../../../kit/ui/States";
import type { Entry } from "../../outbox/outbox";

type Props = { messages: readonly ChatCard[]; unsent: readonly Entry[]; myName: string };

/** Mine on the right, with a clock while they are on their way. */
export function MessageList({ messages, unsent, myName }: Props) {
  const { t, language } = useTexts();
  if (messages.length + unsent.length === 0) return <Empty icon="chat" text={t("road-chat-none")} />;
  return (
    <ol className="messages">
      {messages.map(({ id, from, firstName, text, at }) => (
        <li key={id} className={from === "courier" ? "mine" : undefined}>
          <b className="unseen">{from === "courier" ? myName : firstName}</b>
          {from !== "courier" && <small>{from === "customer" ? firstName : t("road-chat-staff")}</small>}
          <p>{text ?? t("road-chat-media")}</p>
          <time dateTime={at}>{clockTime(language, new Date(at))}</time>
        </li>
      ))}
      {unsent.map(({ id, action, refusal }) => (
        <li key={id} className="mine unsent">
          <p>{action.do === "write" ? action.text : ""}</p>
          <small>
            <Icon name={refusal ? "warning" : "clock"} size={16} />
            {refusal ? (refusal.sentence ?? t("ui-failed")) : t("road-unsent")}
          </small>
        </li>
      ))}
    </ol>
  );
}
