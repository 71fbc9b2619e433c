import type { WantedFile } from "#shared/contracts/download";
import { COUNT_MAX, type OrderTablePage } from "#shared/contracts/order-table";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Screen } from "../../kit/ui/Screen";
import { Empty, Loading, Problem, Refused } from "../../kit/ui/States";
import { useDownload } from "../tables/use-download";
import { useUrlFilter } from "../tables/use-url-filter";
import { OrderFilterBar } from "./OrderFilterBar";
import { OrderTable } from "./OrderTable";
import { ORDER_FILTERS, type OrderFilters, useOrderTable } from "./queries";

/** All orders ever placed: searched, narrowed, sorted by the server, saved as a file. */
export function OrdersPage() {
  const { t } = useTexts();
  const [filters, change] = useUrlFilter(ORDER_FILTERS);
  const table = useOrderTable(filters);
  const pages = table.data ?? [];
  const orders = pages.flatMap((page) => page.orders);
  return (
    <Screen title={t("admin-section-orders")}>
      <OrderFilterBar filters={filters} change={change} />
      {table.isPending && <Loading rows={6} />}
      {table.isError && <Problem problem={table.error} onRetry={() => void table.refetch()} />}
      {table.isSuccess && (
        <>
          <Found page={pages[0]} filters={filters} />
          {orders.length > 0 && <OrderTable orders={orders} filters={filters} change={change} />}
          {orders.length === 0 && <Empty text={t("admin-orders-none")} />}
          {table.hasNextPage && (
            <Button wide busy={table.isFetchingNextPage} onPress={() => void table.fetchNextPage()}>
              {t("admin-show-more")}
            </Button>
          )}
        </>
      )}
    </Screen>
  );
}

type Query = Extract<WantedFile, { kind: "orders" }>["query"];

/** How many there are, and the way to take them along. */
function Found({ page, filters }: { page: OrderTablePage | undefined; filters: OrderFilters }) {
  const { t } = useTexts();
  const download = useDownload();
  const count = page?.count ?? 0;
  const save = (format: "csv" | "xlsx") =>
    download.mutate({ kind: "orders", format, query: { sort: "placed", direction: "desc", ...filters } as Query });
  return (
    <div className="line">
      <p className="hint" role="status">
        {count >= COUNT_MAX ? t("admin-orders-more-than", { count: COUNT_MAX }) : t("admin-orders-count", { count })}
      </p>
      <span className="push" />
      <Refused problem={download.error} />
      <Button busy={download.isPending} onPress={() => save("csv")}>
        CSV
      </Button>
      <Button busy={download.isPending} onPress={() => save("xlsx")}>
        Excel
      </Button>
    </div>
  );
}
