import type { OrderView } from "#shared/contracts/order";
import { money } from "../../kit/format";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { TableBox } from "../tables/TableBox";

/** The dishes as they were sold, and what they came to. */
export function SoldLines({ order }: { order: OrderView }) {
  const { t, language } = useTexts();
  const amount = (minor: number) => money(language, minor, order.currency);
  return (
    <TableBox label={t("admin-orders-dish")}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("admin-orders-dish")}</th>
            <th scope="col" className="num">
              {t("admin-orders-quantity")}
            </th>
            <th scope="col" className="num">
              {t("admin-orders-amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of an order never move, and may be twice the same
            <tr key={index}>
              <td>
                {localText(line.name, language)}
                <span className="below">{line.modifiers.map(({ name }) => localText(name, language)).join(", ")}</span>
              </td>
              <td className="num">{line.quantity}</td>
              <td className="num">{amount(line.totalMinor)}</td>
            </tr>
          ))}
          <tr>
            <td colSpan={2}>{t("admin-orders-fee")}</td>
            <td className="num">{amount(order.feeMinor)}</td>
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              {t("admin-orders-sort-total")}
            </th>
            <td className="num">
              <strong>{amount(order.totalMinor)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
    </TableBox>
  );
}
