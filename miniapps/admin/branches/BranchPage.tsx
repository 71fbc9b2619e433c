import { useQueryClient } from "@tanstack/react-query";
import { type ComponentType, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import type { BranchSettings } from "#shared/contracts/branch-settings";
import { useLive } from "../../kit/live";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { AlertsForm } from "./AlertsForm";
import { BranchState } from "./BranchState";
import { CloseForGood } from "./CloseForGood";
import { DetailsForm } from "./DetailsForm";
import { DispatchForm } from "./DispatchForm";
import { HolidaysForm } from "./HolidaysForm";
import { HoursForm } from "./HoursForm";
import { PauseCard } from "./PauseCard";
import { PayForm } from "./PayForm";
import { useBranchSettings } from "./queries";

export type PartProps = { settings: BranchSettings; onOutdated: () => void };

/** What can be set of a branch, each part a form of its own. */
const PARTS: Readonly<Record<string, ComponentType<PartProps>>> = {
  details: DetailsForm,
  hours: HoursForm,
  holidays: HolidaysForm,
  dispatch: DispatchForm,
  alerts: AlertsForm,
  pay: PayForm,
};

export function BranchPage({ id, part }: { id: string; part: string }) {
  const { t, language } = useTexts();
  const [, navigate] = useLocation();
  const settings = useBranchSettings(id);
  const queries = useQueryClient();
  // A form that is being filled in keeps its version: saving it says that somebody was faster.
  useLive([`branch:${id}`], { "branch.changed": [["branches"]] });
  const reload = () => void queries.invalidateQueries({ queryKey: ["branch-settings", id] });
  const Part = PARTS[part] ?? DetailsForm;
  const tabs = useRef<HTMLElement>(null);
  // On a phone the open part may lie beside the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another open tab
  useEffect(() => {
    tabs.current?.querySelector("[aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [part]);
  return (
    <Screen
      title={settings.data ? localText(settings.data.details.name, language) : t("admin-section-branches")}
      onBack={() => navigate("/")}
      aside={settings.data && <BranchState branch={settings.data} />}
    >
      <nav ref={tabs} className="tabs" aria-label={t("admin-branch-parts")}>
        {Object.keys(PARTS).map((name) => (
          <Link key={name} href={`/${id}/${name}`} aria-current={name === part ? "page" : undefined}>
            {t(`admin-branch-part-${name}`)}
          </Link>
        ))}
      </nav>
      <Query query={settings} rows={5}>
        {(found) => (
          <>
            {part === "details" && <PauseCard settings={found} />}
            <Part key={`${part}-${found.version}`} settings={found} onOutdated={reload} />
            {part === "details" && <CloseForGood id={id} />}
          </>
        )}
      </Query>
    </Screen>
  );
}
