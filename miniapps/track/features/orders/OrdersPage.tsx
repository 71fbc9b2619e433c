import { useQuery } from "@tanstack/react-query";
import { clockTime, day, money } from "../../../kit/format";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";
import { Query } from "../../../kit/ui/Query";
import { Screen } from "../../../kit/ui/Screen";
import { Empty } from "../../../kit/ui/States";
import { wordId } from "../order/word-id";

/** My latest orders, the newest on top. */
export function OrdersPage({ onChoose }: { onChoose: (id: string) => void }) {
  const { t, language } = useTexts();
  const { api } = useSigned().session;
  const orders = useQuery({ queryKey: ["orders"], queryFn: () => ask(api.orders.get({ query: { limit: 20 } })) });
  return (
    <Screen title={t("track-orders")}>
      <Query query={orders}>
        {(list) =>
          list.length === 0 ? (
            <Empty icon="bag" text={t("track-no-orders")} />
          ) : (
            <ul className="card order-list">
              {list.map(({ id, code, status, placedAt, totalMinor, currency }) => (
                <li key={id}>
                  <button type="button" onClick={() => onChoose(id)}>
                    <span>
                      <b>{t(wordId("order-status", status))}</b>
                      <small>
                        {code} · {day(language, new Date(placedAt))}, {clockTime(language, new Date(placedAt))}
                      </small>
                    </span>
                    <span>{money(language, totalMinor, currency)}</span>
                    <Icon name="forward" size={18} />
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Query>
    </Screen>
  );
}
