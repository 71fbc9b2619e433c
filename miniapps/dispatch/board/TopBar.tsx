import type { BoardView } from "#shared/contracts/board";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Icon } from "../../kit/ui/Icon";
import type { Place } from "../app/use-place";

type Props = {
  board: BoardView;
  place: Place;
  go: (change: Partial<Place>, options?: { replace?: boolean }) => void;
  /** Null: it may sound already. */
  onSound: (() => void) | null;
  onBranches: () => void;
};

/** What is looked at: which branch, which words; and the ways to the branches and the kitchen. */
export function TopBar({ board, place, go, onSound, onBranches }: Props) {
  const { t, language } = useTexts();
  const troubled = board.branches.some(
    ({ pausedUntil, extraPromiseMinutes }) => pausedUntil || extraPromiseMinutes > 0,
  );
  return (
    <header className="topbar">
      <h1>{t("dispatch-board")}</h1>
      <select
        value={place.branch ?? ""}
        aria-label={t("dispatch-branch")}
        onChange={(event) => go({ branch: event.target.value || null })}
      >
        <option value="">{t("dispatch-all-branches")}</option>
        {board.branches.map(({ id, name }) => (
          <option key={id} value={id}>
            {localText(name, language)}
          </option>
        ))}
      </select>
      <input
        type="search"
        value={place.q}
        aria-label={t("dispatch-find")}
        placeholder={t("dispatch-find")}
        onChange={(event) => go({ q: event.target.value }, { replace: true })}
      />
      {onSound && (
        <Button onPress={onSound}>
          <Icon name="bell" size={18} /> <span className="wide-only">{t("dispatch-sound-on")}</span>
          <span className="only-heard narrow-only">{t("dispatch-sound-on")}</span>
        </Button>
      )}
      <Button look={troubled ? "danger" : "plain"} onPress={onBranches}>
        <Icon name="shop" size={18} /> <span className="wide-only">{t("dispatch-branches")}</span>
        <span className="only-heard narrow-only">{t("dispatch-branches")}</span>
      </Button>
      <Button onPress={() => go({ view: "kitchen", order: null })}>
        <Icon name="kitchen" size={18} /> <span className="wide-only">{t("dispatch-kitchen")}</span>
        <span className="only-heard narrow-only">{t("dispatch-kitchen")}</span>
      </Button>
    </header>
  );
}
