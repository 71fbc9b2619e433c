import type { ReactNode } from "react";
import { type ApiProblem, sentenceOf } from "../api-problem";
import { useTexts } from "../texts";
import { Button } from "./Button";

/** Something is on its way. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const { t } = useTexts();
  return (
    <div className="screen" role="status" aria-label={t("ui-loading")}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey boxes without identity
        <div key={row} className="skeleton" />
      ))}
    </div>
  );
}

/** It did not work: what happened, in words, and the way on. */
export function Problem({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) {
  const { t } = useTexts();
  return (
    <div className="blank" role="alert">
      <p className="problem-text">{sentenceOf(t, problem)}</p>
      {onRetry && <Button onPress={onRetry}>{t("ui-try-again")}</Button>}
    </div>
  );
}

/** Nothing here, and what to do about it. */
export const Empty = ({ text, children }: { text: string; children?: ReactNode }) => (
  <div className="blank">
    <p className="hint">{text}</p>
    {children}
  </div>
);

/** One line of what went wrong, beside what it went wrong with. */
export function Refused({ problem }: { problem: ApiProblem | null }) {
  const { t } = useTexts();
  return problem ? (
    <p className="problem-text" role="alert">
      {sentenceOf(t, problem)}
    </p>
  ) : null;
}
