import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ChatPartner } from "#shared/contracts/chat";
import { businessNowMs } from "../../kit/business-time";
import { moment } from "../../kit/format";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Refused } from "../../kit/ui/States";
import { messagesQuery } from "./drawer-queries";

type Props = { orderId: string; hasCourier: boolean };

/** What customer, courier and staff wrote about the order, and a line to write to one of them. */
export function Transcript({ orderId, hasCourier }: Props) {
  const { t, language } = useTexts();
  const { session, me } = useSigned();
  const queries = useQueryClient();
  const messages = useQuery(messagesQuery(session.api, orderId));
  const [text, setText] = useState("");
  const [to, setTo] = useState<ChatPartner>("customer");
  const write = useMutation({
    mutationFn: (said: string) => ask(session.api.messages.post({ to, orderId, text: said })),
    onSuccess: () => {
      setText("");
      return queries.invalidateQueries({ queryKey: ["messages", orderId] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() && !write.isPending) write.mutate(text.trim());
  };
  return (
    <>
      <Query query={messages} rows={1}>
        {(all) =>
          all.length === 0 ? (
            <p className="hint">{t("dispatch-no-messages")}</p>
          ) : (
            <ol className="transcript">
              {all.map(({ id, from, firstName, text: said, mediaId, at }) => (
                <li key={id} className={from === "customer" || from === "courier" ? "theirs" : "ours"}>
                  <span className="hint">
                    {firstName} · {t(`role-${from}`)} · {moment(language, new Date(at), businessNowMs())}
                  </span>
                  <span>{said ?? (mediaId ? t("dispatch-a-file") : "")}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Query>
      {me.permissions.includes("chat.write") && (
        <form className="write" onSubmit={send}>
          <select
            value={to}
            aria-label={t("dispatch-write-to")}
            onChange={(event) => setTo(partner(event.target.value))}
          >
            <option value="customer">{t("role-customer")}</option>
            {hasCourier && <option value="courier">{t("role-courier")}</option>}
          </select>
          <input
            value={text}
            maxLength={3_800}
            aria-label={t("dispatch-message")}
            placeholder={t("dispatch-message")}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button primary" aria-busy={write.isPending} disabled={!text.trim()}>
            {t("dispatch-send")}
          </button>
        </form>
      )}
      <Refused problem={write.error} />
    </>
  );
}

const partner = (value: string): ChatPartner => (value === "courier" ? "courier" : "customer");
