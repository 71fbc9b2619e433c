import { PaymentMethod } from "#shared/money/payment";
import { OrderStatus } from "#shared/order/order-status";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Field } from "../../kit/ui/Field";
import { useBranches } from "../branches/queries";
import { SelectField } from "../forms/fields";
import { SearchField } from "../tables/SearchField";
import { ORDER_FILTERS, type OrderFilters } from "./queries";

type Props = { filters: OrderFilters; change: (next: OrderFilters) => void };

/** What narrows the list of orders. */
export function OrderFilterBar({ filters, change }: Props) {
  const { t, language } = useTexts();
  const branches = useBranches().data ?? [];
  const words = (prefix: string, values: readonly string[]) => [
    { value: "", text: t("admin-filter-all") },
    ...values.map((value) => ({ value, text: t(`${prefix}-${value.replaceAll("_", "-")}`) })),
  ];
  const places = branches.map(({ id, name }) => ({ value: id, text: localText(name, language) }));
  const narrowed = ORDER_FILTERS.some((name) => filters[name] && name !== "sort" && name !== "direction");
  return (
    <search className="card filters">
      <div className="whole">
        <SearchField label={t("admin-orders-search")} value={filters.q ?? ""} onChange={(q) => change({ q })} />
      </div>
      <SelectField
        label={t("admin-orders-status")}
        value={filters.status ?? ""}
        onChange={(status) => change({ status })}
        options={words("order-status", OrderStatus.options)}
      />
      <SelectField
        label={t("admin-orders-branch")}
        value={filters.branchId ?? ""}
        onChange={(branchId) => change({ branchId })}
        options={[{ value: "", text: t("admin-filter-all") }, ...places]}
      />
      <SelectField
        label={t("admin-orders-payment")}
        value={filters.payment ?? ""}
        onChange={(payment) => change({ payment })}
        options={words("payment-method", PaymentMethod.options)}
      />
      <Field label={t("admin-filter-from")}>
        <input
          type="date"
          value={filters.from ?? ""}
          max={filters.to}
          onChange={(event) => change({ from: event.target.value })}
        />
      </Field>
      <Field label={t("admin-filter-to")}>
        <input
          type="date"
          value={filters.to ?? ""}
          min={filters.from}
          onChange={(event) => change({ to: event.target.value })}
        />
      </Field>
      {narrowed && (
        <Button onPress={() => change(Object.fromEntries(ORDER_FILTERS.map((name) => [name, ""])))}>
          {t("admin-filter-clear")}
        </Button>
      )}
    </search>
  );
}
