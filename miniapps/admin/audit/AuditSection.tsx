import { useSearchParams } from "wouter";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Screen } from "../../kit/ui/Screen";
import { Empty, Loading, Problem } from "../../kit/ui/States";
import { AuditFilterBar } from "./AuditFilterBar";
import { ChangeCard } from "./ChangeCard";
import { filtersOf } from "./filters";
import { useAudit } from "./queries";
import "./audit.css";

/** Who changed what, from which value to which; what it is narrowed by stands in the address. */
export default function AuditSection() {
  const { t } = useTexts();
  const [search] = useSearchParams();
  const log = useAudit(filtersOf(search));
  const entries = log.data?.pages.flat() ?? [];
  return (
    <Screen title={t("admin-section-audit")}>
      <AuditFilterBar />
      {log.isPending && <Loading rows={5} />}
      {log.isError && entries.length === 0 && <Problem problem={log.error} onRetry={() => void log.refetch()} />}
      {log.isSuccess && entries.length === 0 && <Empty text={t("admin-audit-none")} />}
      <ol className="changes">
        {entries.map((entry) => (
          <li key={entry.id}>
            <ChangeCard entry={entry} />
          </li>
        ))}
      </ol>
      {log.hasNextPage && (
        <Button wide busy={log.isFetchingNextPage} onPress={() => void log.fetchNextPage()}>
          {t("admin-audit-more")}
        </Button>
      )}
    </Screen>
  );
}
