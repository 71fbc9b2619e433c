import { memo, useMemo } from "react";
import type { BoardOrder, BoardView } from "#shared/contracts/board";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Empty } from "../../kit/ui/States";
import { COLUMNS, type Column, type Filter, sortIntoColumns } from "./columns";
import { OrderCard } from "./OrderCard";

type Props = {
  board: BoardView;
  filter: Filter;
  selected: string | null;
  onOpen: (orderId: string) => void;
};

/** Columns that are worth their place even when they are empty. */
const ALWAYS: readonly Column[] = ["new", "search", "coming", "riding"];

/** Every open order under the state it is in, the nearest promise on top. */
export function Columns({ board, filter, selected, onOpen }: Props) {
  const { t, language } = useTexts();
  const { branchId, text } = filter;
  const columns = useMemo(() => sortIntoColumns(board.orders, { branchId, text }), [board.orders, branchId, text]);
  const names = useMemo(() => new Map(board.couriers.map(({ id, firstName }) => [id, firstName])), [board.couriers]);
  const branches = useMemo(
    () => new Map(board.branches.map(({ id, name }) => [id, localText(name, language)])),
    [board.branches, language],
  );
  const ringing = useMemo(() => new Set(board.alerts.flatMap(orderIdsOf)), [board.alerts]);
  if (board.orders.length === 0) return <Empty icon="check" text={t("dispatch-nothing-open")} />;
  return (
    <div className="columns">
      {COLUMNS.filter((column) => ALWAYS.includes(column) || columns[column].length > 0).map((column) => (
        <ColumnOf
          key={column}
          column={column}
          orders={columns[column]}
          {...{ names, branches, ringing, selected, onOpen }}
        />
      ))}
    </div>
  );
}

/** The order, or its delivery, that an alert is about. */
const orderIdsOf = ({ subjectId, details }: BoardView["alerts"][number]): string[] =>
  typeof details.orderId === "string" ? [subjectId, details.orderId] : [subjectId];

type ColumnProps = {
  column: Column;
  orders: BoardOrder[];
  names: ReadonlyMap<string, string>;
  branches: ReadonlyMap<string, string>;
  ringing: ReadonlySet<string>;
  selected: string | null;
  onOpen: (orderId: string) => void;
};

const ColumnOf = memo(function ColumnOf({ column, orders, names, branches, ringing, selected, onOpen }: ColumnProps) {
  const { t } = useTexts();
  return (
    <section className="column" aria-label={t(`dispatch-column-${column}`)}>
      <h2>
        {t(`dispatch-column-${column}`)} <span className="count">{orders.length}</span>
      </h2>
      {orders.length === 0 && <p className="hint column-empty">{t("dispatch-column-empty")}</p>}
      <ul tabIndex={orders.length > 0 ? 0 : undefined}>
        {orders.map((order) => (
          <OrderCard
            key={order.id}
            order={order}
            courierName={nameOf(order, names)}
            branchName={branches.get(order.branchId) ?? ""}
            isSelected={selected === order.id}
            isRinging={ringing.has(order.id) || ringing.has(order.delivery?.id ?? "")}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
});

const nameOf = ({ delivery }: BoardOrder, names: ReadonlyMap<string, string>): string | null =>
  delivery?.courierId ? (names.get(delivery.courierId) ?? null) : null;
