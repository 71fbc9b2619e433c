import type { AuditEntry } from "#shared/contracts/audit";
import { clockTime, day } from "../../kit/format";
import { useTexts } from "../../kit/texts";
import { AuditValue } from "./AuditValue";
import { known } from "./known-text";

/** One change: who, when, what, and each value as it was and as it is. */
export function ChangeCard({ entry }: { entry: AuditEntry }) {
  const { t, language } = useTexts();
  const { at, action, firstName, doneBy, subjectName, before, after } = entry;
  const when = new Date(at);
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return (
    <article className="card change">
      <header>
        <p>
          <strong>{known(t, "admin-action", action)}</strong>
          {subjectName && <span> · {subjectName}</span>}
        </p>
        <p className="hint">
          {firstName ?? t("role-system")} ({t(`role-${doneBy}`)}) ·{" "}
          <time dateTime={at}>
            {day(language, when)}, {clockTime(language, when)}
          </time>
        </p>
      </header>
      {fields.length > 0 && (
        <dl className="change-fields">
          {fields.map((field) => (
            <div key={field}>
              <dt>{known(t, "admin-field", field)}</dt>
              <dd>
                {before && field in before && (
                  <del>
                    <AuditValue field={field} value={before[field]} />
                  </del>
                )}
                {before && after && field in before && field in after && <span aria-hidden="true"> → </span>}
                {after && field in after && (
                  <ins>
                    <AuditValue field={field} value={after[field]} />
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
