import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Refused } from "../../kit/ui/States";
import type { Form } from "./use-form";

type Props = {
  form: Pick<Form<object>, "dirty" | "busy" | "problem" | "submit" | "undo">;
  /** Of something new: there is nothing to undo, and it may be sent as it is. */
  fresh?: boolean;
  text?: string;
  /** Loads what somebody else has saved meanwhile, once this form is told that it is outdated. */
  onOutdated?: () => void;
};

/** Save and undo, within reach as soon as there is something to save. */
export function SaveBar({ form, fresh = false, text, onOutdated }: Props) {
  const { t } = useTexts();
  const { dirty, busy, problem, submit, undo } = form;
  const outdated = problem?.code === "request.outdated" && onOutdated;
  if (!dirty && !fresh && !problem) return null;
  return (
    <div className="save-bar">
      <Refused problem={problem} />
      <div className="line">
        {outdated ? (
          <Button look="primary" onPress={onOutdated}>
            {t("admin-show-new-version")}
          </Button>
        ) : (
          <Button look="primary" busy={busy} onPress={submit}>
            {text ?? t("admin-save")}
          </Button>
        )}
        {!fresh && dirty && (
          <Button onPress={undo} disabled={busy}>
            {t("admin-undo")}
          </Button>
        )}
      </div>
    </div>
  );
}
