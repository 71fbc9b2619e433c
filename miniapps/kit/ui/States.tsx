import type { ReactNode } from "react";
import { type ApiProblem, sentenceOf } from "../api-problem";
import { useTexts } from "../texts";
import { Button } from "./Button";
import { Icon, type IconName } from "./Icon";

/** Something is on its way. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const { t } = useTexts();
  return (
    <div className="loading" role="status" aria-label={t("ui-loading")}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey boxes without identity
        <div key={row} className="skeleton" />
      ))}
    </div>
  );
}

type ProblemProps = { problem: ApiProblem; onRetry?: (() => void) | undefined; children?: ReactNode };

/** It did not work: what happened, in words, and the way on. */
export function Problem({ problem, onRetry, children }: ProblemProps) {
  const { t } = useTexts();
  return (
    <div className="blank" role="alert">
      <Picture icon={problem.code === "offline" ? "wifiOff" : "warning"} />
      <p>{sentenceOf(t, problem)}</p>
      {onRetry && <Button onPress={onRetry}>{t("ui-try-again")}</Button>}
      {children}
    </div>
  );
}

type EmptyProps = { text: string; icon?: IconName; children?: ReactNode };

/** Nothing here, and what to do about it. */
export const Empty = ({ text, icon = "empty", children }: EmptyProps) => (
  <div className="blank">
    <Picture icon={icon} />
    <p className="hint">{text}</p>
    {children}
  </div>
);

const Picture = ({ icon }: { icon: IconName }) => (
  <span className="blank-picture">
    <Icon name={icon} size={32} />
  </span>
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
