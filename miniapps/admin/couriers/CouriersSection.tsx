import { useState } from "react";
import { businessNowMs } from "../../kit/business-time";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Field } from "../../kit/ui/Field";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { Empty } from "../../kit/ui/States";
import { useBranches } from "../branches/queries";
import { SelectField } from "../forms/fields";
import { usePerformance } from "../reports/queries";
import { dayAt } from "../reports/span";
import { useUrlFilter } from "../tables/use-url-filter";
import type { Figure } from "./figures";
import { PerformanceTable } from "./PerformanceTable";
import "../tables/tables.css";

/** What each courier did in a month, and who did best. */
export default function CouriersSection() {
  const { t, language } = useTexts();
  const [filter, change] = useUrlFilter(["month", "branchId"]);
  const [sort, setSort] = useState<Figure>("delivered");
  const branches = useBranches().data ?? [];
  const now = dayAt(businessNowMs(), branches[0]?.timezone ?? "UTC").slice(0, 7);
  const month = filter.month ?? now;
  const performance = usePerformance({ month, branchId: filter.branchId });
  const places = branches.map(({ id, name }) => ({ value: id, text: localText(name, language) }));
  return (
    <Screen title={t("admin-section-couriers")}>
      <search className="card filters">
        <Field label={t("admin-couriers-month")}>
          <input type="month" value={month} max={now} onChange={(event) => change({ month: event.target.value })} />
        </Field>
        <SelectField
          label={t("admin-orders-branch")}
          value={filter.branchId ?? ""}
          onChange={(branchId) => change({ branchId })}
          options={[{ value: "", text: t("admin-filter-all") }, ...places]}
        />
      </search>
      <Query query={performance} rows={4}>
        {({ couriers }) =>
          couriers.length === 0 ? (
            <Empty text={t("admin-couriers-quiet")} />
          ) : (
            <PerformanceTable couriers={couriers} sort={sort} onSort={setSort} />
          )
        }
      </Query>
      <p className="hint">{t("admin-couriers-explained")}</p>
    </Screen>
  );
}
