import type { z } from "zod";
import type { Translate } from "../../kit/texts";

type Issue = z.core.$ZodIssue;

/** What is wrong with a field, in the person's language and without the words of a schema. */
export function problemText(t: Translate, issue: Issue): string {
  const last = String(issue.path.at(-1) ?? "");
  if (issue.code === "custom" && typeof issue.params?.text === "string") return t(`admin-form-${issue.params.text}`);
  if (issue.code === "invalid_type") return t(last.endsWith("Minor") ? "admin-form-amount" : "admin-form-missing");
  if (issue.code === "too_small")
    return issue.origin === "string" || issue.origin === "array"
      ? t("admin-form-missing")
      : t("admin-form-at-least", { least: Number(issue.minimum) });
  if (issue.code === "too_big")
    return issue.origin === "string"
      ? t("admin-form-shorter", { most: Number(issue.maximum) })
      : t("admin-form-at-most", { most: Number(issue.maximum) });
  if (issue.code === "invalid_format" && last === "phone") return t("admin-form-phone");
  return t("admin-form-wrong");
}
