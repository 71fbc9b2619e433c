import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { KitchenOrder, KitchenView } from "#shared/contracts/board";
import { useLive } from "../../kit/live";
import { localText } from "../../kit/local-text";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Icon } from "../../kit/ui/Icon";
import { Query } from "../../kit/ui/Query";
import { Empty } from "../../kit/ui/States";
import { ringUntilStopped } from "../alerts/alarm-sound";
import { SoundButton } from "../alerts/SoundButton";
import { useSound } from "../alerts/use-sound";
import { usePlace } from "../app/use-place";
import { KitchenTicket } from "./KitchenTicket";
import { branchesQuery, kitchenQuery } from "./kitchen-queries";
import { SoldOut } from "./SoldOut";

/** For a tablet beside the stove: which branch, then its slips. */
export function KitchenScreen({ onBoard }: { onBoard: (() => void) | null }) {
  const { t, language } = useTexts();
  const { session, me } = useSigned();
  const [place, go] = usePlace();
  const branches = useQuery(branchesQuery(session.api));
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <Query query={branches}>
      {(all) => {
        const mine = all.filter(({ id }) => me.branches === "all" || me.branches.includes(id));
        const branchId = mine.find(({ id }) => id === place.branch)?.id ?? mine[0]?.id;
        if (!branchId) return <Empty icon="kitchen" text={t("ui-nothing-here")} />;
        return (
          <main className="kitchen">
            <header className="topbar">
              <h1>{t("dispatch-kitchen")}</h1>
              <select
                value={branchId}
                aria-label={t("dispatch-branch")}
                onChange={(event) => go({ branch: event.target.value })}
              >
                {mine.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {localText(name, language)}
                  </option>
                ))}
              </select>
              <Button onPress={() => setMenuOpen(true)}>
                <Icon name="menu" size={18} /> {t("dispatch-what-is-there")}
              </Button>
              {onBoard && (
                <Button onPress={onBoard}>
                  <Icon name="home" size={18} /> {t("dispatch-board")}
                </Button>
              )}
            </header>
            <Kitchen key={branchId} branchId={branchId} />
            {isMenuOpen && <SoldOut branchId={branchId} onClose={() => setMenuOpen(false)} />}
          </main>
        );
      }}
    </Query>
  );
}

function Kitchen({ branchId }: { branchId: string }) {
  const { session } = useSigned();
  const queries = useQueryClient();
  const view = useQuery(kitchenQuery(session.api, branchId));
  const keys = [["kitchen", branchId]];
  useLive([`branch:${branchId}`], {
    "order.placed": keys,
    "order.changed": keys,
    "delivery.changed": keys,
    "menu.changed": [["menu", branchId]],
  });
  return (
    <Query query={view}>
      {(data) => <Slips view={data} onDone={() => void queries.invalidateQueries({ queryKey: keys[0]! })} />}
    </Query>
  );
}

const RAILS = [
  { name: "new", has: ({ status }: KitchenOrder) => status === "placed" },
  { name: "cooking", has: ({ status }: KitchenOrder) => status === "confirmed" || status === "preparing" },
  { name: "ready", has: ({ status }: KitchenOrder) => status === "ready" },
] as const;

function Slips({ view, onDone }: { view: KitchenView; onDone: () => void }) {
  const { t } = useTexts();
  const [isAllowed, allow] = useSound();
  const isRinging = view.orders.some(({ status }) => status === "placed");
  useEffect(() => (isRinging && isAllowed ? ringUntilStopped() : undefined), [isRinging, isAllowed]);
  if (view.orders.length === 0) return <Empty icon="kitchen" text={t("dispatch-nothing-to-cook")} />;
  return (
    <>
      {isRinging && !isAllowed && <SoundButton onAllow={allow} />}
      <div className="rails">
        {RAILS.map(({ name, has }) => {
          const slips = view.orders.filter(has);
          return (
            <section key={name} aria-label={t(`dispatch-rail-${name}`)}>
              <h2>
                {t(`dispatch-rail-${name}`)} <span className="count">{slips.length}</span>
              </h2>
              <ul>
                {slips.map((order) => (
                  <KitchenTicket key={order.id} order={order} branch={view} onDone={onDone} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
