import { ArrowDown, ArrowUp } from "lucide-react";
import { Link } from "wouter";
import type { OrderSort, OrderTableRow } from "#shared/contracts/order-table";
import { useBusinessNow } from "../../kit/business-time";
import { money } from "../../kit/format";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { TableBox } from "../tables/TableBox";
import { wallMoment } from "./moment";
import { OrderStatusBadge } from "./OrderStatusBadge";
import type { OrderFilters } from "./queries";

type Props = { orders: readonly OrderTableRow[]; filters: OrderFilters; change: (next: OrderFilters) => void };

/** Orders, a row each; on a phone what matters most, the rest one tap away. */
export function OrderTable({ orders, ...sorting }: Props) {
  const { t } = useTexts();
  return (
    <TableBox label={t("admin-section-orders")}>
      <table className="table">
        <thead>
          <tr>
            <SortHead sort="placed" {...sorting} />
            <th scope="col">{t("admin-orders-customer")}</th>
            <th scope="col" className="only-wide">
              {t("admin-orders-branch")}
            </th>
            <th scope="col" className="only-wide">
              {t("admin-orders-courier")}
            </th>
            <th scope="col" className="only-wide">
              {t("admin-orders-status")}
            </th>
            <SortHead sort="total" end {...sorting} />
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <OrderLine key={order.id} order={order} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function SortHead({ sort, end, filters, change }: { sort: OrderSort; end?: boolean } & Omit<Props, "orders">) {
  const { t } = useTexts();
  const isOn = (filters.sort ?? "placed") === sort;
  const direction = filters.direction === "asc" ? "asc" : "desc";
  const Arrow = direction === "asc" ? ArrowUp : ArrowDown;
  const turned = isOn && direction === "desc" ? "asc" : "desc";
  return (
    <th
      scope="col"
      className={end ? "num" : undefined}
      aria-sort={isOn ? (direction === "asc" ? "ascending" : "descending") : undefined}
    >
      <button type="button" className="sort" data-on={isOn} onClick={() => change({ sort, direction: turned })}>
        {t(`admin-orders-sort-${sort}`)}
        {isOn && <Arrow size={14} aria-hidden="true" />}
      </button>
    </th>
  );
}

function OrderLine({ order }: { order: OrderTableRow }) {
  const { t, language } = useTexts();
  const nowMs = useBusinessNow(60_000);
  const late = order.closedAt && order.status === "delivered" ? minutesLate(order.closedAt, order.promisedAt) : 0;
  return (
    <tr>
      <th scope="row">
        <Link href={`/${order.id}`}>{order.code}</Link>
        <span className="below">{wallMoment(language, order.placedAt, order.timezone, nowMs)}</span>
      </th>
      <td>
        {order.customerName ?? "—"}
        <span className="only-wide">
          <span className="below">{order.customerPhone}</span>
        </span>
        <span className="only-narrow">
          <OrderStatusBadge status={order.status} />
        </span>
      </td>
      <td className="only-wide">{localText(order.branchName, language)}</td>
      <td className="only-wide">{order.courierName ?? "—"}</td>
      <td className="only-wide">
        <OrderStatusBadge status={order.status} />
        {late > 0 && <span className="below late">{t("admin-orders-late", { minutes: late })}</span>}
      </td>
      <td className="num">
        {money(language, order.totalMinor, order.currency)}
        <span className="below">{t(`payment-method-${order.paymentMethod}`)}</span>
      </td>
    </tr>
  );
}

const minutesLate = (closedAt: string, promisedAt: string): number =>
  Math.round((Date.parse(closedAt) - Date.parse(promisedAt)) / 60_000);
