import { useTexts } from "../../kit/texts";
import { useBranches } from "../branches/queries";
import { describeValue } from "./describe-value";

/** A value as people say it. Whatever it holds is text, never markup. */
export function AuditValue({ field, value }: { field: string; value: unknown }) {
  const texts = useTexts();
  // One business sells in one currency nearly always; the log itself keeps bare figures.
  const currency = useBranches().data?.[0]?.currency ?? "UZS";
  return <>{describeValue(field, value, { ...texts, currency })}</>;
}
