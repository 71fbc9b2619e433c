import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { BoardView } from "#shared/contracts/board";
import { businessNowMs } from "../../kit/business-time";
import { moment } from "../../kit/format";
import { localText } from "../../kit/local-text";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Badge } from "../../kit/ui/Card";
import { Sheet } from "../../kit/ui/headless/Sheet";
import { Refused } from "../../kit/ui/States";

type Branch = BoardView["branches"][number];
type Props = { board: BoardView; branchId: string | null; onClose: () => void };

const PAUSE_MINUTES = [30, 60, 120] as const;
const EXTRA_MINUTES = [10, 20, 30] as const;
const EXTRA_FOR_MINUTES = 60;

/** What slows a kitchen that is drowning: no orders for a while, longer promises for an hour, one area less. */
export function BranchPanel({ board, branchId, onClose }: Props) {
  const { t } = useTexts();
  const branches = board.branches.filter(({ id }) => !branchId || id === branchId);
  return (
    <Sheet title={t("dispatch-branches")} isOpen onClose={onClose} side>
      {branches.map((branch) => (
        <BranchCard key={branch.id} branch={branch} zones={board.zones.filter((zone) => zone.branchId === branch.id)} />
      ))}
    </Sheet>
  );
}

function BranchCard({ branch, zones }: { branch: Branch; zones: BoardView["zones"] }) {
  const { t, language } = useTexts();
  const { session } = useSigned();
  const queries = useQueryClient();
  const at = session.api.branches({ id: branch.id });
  const act = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSettled: () => queries.invalidateQueries({ queryKey: ["board"] }),
  });
  const pause = (minutes: number) => act.mutate(() => ask(at.pause.put({ minutes })));
  const lengthen = (extraMinutes: number) =>
    act.mutate(() => ask(at["extra-promise"].put({ extraMinutes, forMinutes: EXTRA_FOR_MINUTES })));
  const pauseZone = (id: string, minutes: number) =>
    act.mutate(() => ask(session.api.zones({ id }).pause.put({ minutes })));
  const until = (iso: string) =>
    t("dispatch-until", { time: moment(language, new Date(iso), businessNowMs(), branch.timezone) });
  const { pausedUntil, extraPromiseMinutes } = branch;
  return (
    <section className="branch-card" aria-label={localText(branch.name, language)}>
      <h3>
        {localText(branch.name, language)}{" "}
        <Badge tone={branch.open ? "good" : "late"}>
          {pausedUntil ? until(pausedUntil) : t(branch.open ? "dispatch-open" : "dispatch-closed")}
        </Badge>
      </h3>
      <Refused problem={act.error} />
      <fieldset>
        <legend>{t("dispatch-take-no-orders")}</legend>
        {pausedUntil ? (
          <Button look="primary" busy={act.isPending} onPress={() => pause(0)}>
            {t("dispatch-open-again")}
          </Button>
        ) : (
          PAUSE_MINUTES.map((minutes) => (
            <Button key={minutes} busy={act.isPending} onPress={() => pause(minutes)}>
              {t("dispatch-for-minutes", { minutes })}
            </Button>
          ))
        )}
      </fieldset>
      <fieldset>
        <legend>{t("dispatch-promise-longer")}</legend>
        {EXTRA_MINUTES.map((minutes) => (
          <Button
            key={minutes}
            look={extraPromiseMinutes === minutes ? "primary" : "plain"}
            busy={act.isPending}
            onPress={() => lengthen(extraPromiseMinutes === minutes ? 0 : minutes)}
          >
            {t("dispatch-plus-minutes", { minutes })}
          </Button>
        ))}
      </fieldset>
      {zones.length > 0 && (
        <fieldset>
          <legend>{t("dispatch-areas")}</legend>
          {zones.map((zone) => (
            <Button
              key={zone.id}
              look={zone.pausedUntil ? "danger" : "plain"}
              busy={act.isPending}
              onPress={() => pauseZone(zone.id, zone.pausedUntil ? 0 : 60)}
            >
              {zone.name} · {zone.pausedUntil ? until(zone.pausedUntil) : t("dispatch-pause-hour")}
            </Button>
          ))}
        </fieldset>
      )}
    </section>
  );
}
