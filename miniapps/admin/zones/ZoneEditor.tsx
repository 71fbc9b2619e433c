import { useState } from "react";
import { useLocation } from "wouter";
import type { BranchView } from "#shared/contracts/branch";
import type { ZoneView } from "#shared/contracts/zone";
import { localText } from "../../kit/local-text";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Screen } from "../../kit/ui/Screen";
import { leaveFor } from "../app/leaving";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import { BorderMap } from "./BorderMap";
import { BorderTools } from "./BorderTools";
import { FeeFields } from "./FeeFields";
import { useForgetZones } from "./queries";
import { RemoveZone } from "./RemoveZone";
import { areaOf } from "./zone-areas";
import { draftOf, NEW_ZONE, rulesOf, ZoneForm } from "./zone-draft";

type Props = { branch: BranchView; zones: readonly ZoneView[]; zone: ZoneView | null };

/** One zone, new or known: its border on the map, and its rules beside. */
export function ZoneEditor({ branch, zones, zone }: Props) {
  const { t, language } = useTexts();
  const { api } = useSigned().session;
  const [, navigate] = useLocation();
  const [generation, setGeneration] = useState(0);
  const forget = useForgetZones();
  const home = `/zones?branch=${branch.id}`;
  const form = useForm({
    initial: zone ? draftOf(zone) : NEW_ZONE,
    schema: ZoneForm,
    toInput: (draft) => rulesOf(draft, branch.currency),
    save: (rules) =>
      zone
        ? ask(api.zones({ id: zone.id }).patch({ ...rules, version: zone.version }))
        : ask(api.zones.post({ ...rules, branchId: branch.id })),
    saved: async () => {
      await forget();
      leaveFor(home);
    },
  });
  const { draft, set, errorAt } = form;
  const showAnew = () => setGeneration((now) => now + 1);
  const undo = () => {
    form.undo();
    showAnew();
  };
  return (
    <Screen
      title={zone?.name ?? t("admin-zone-new")}
      onBack={() => navigate(`/?branch=${branch.id}`)}
      aside={
        <Button onPress={() => navigate(`/?branch=${branch.id}`)} disabled={form.busy}>
          {t("ui-cancel")}
        </Button>
      }
    >
      <div className="beside">
        <div className="beside-text">
          <div className="map-tall">
            <BorderMap
              branch={{ name: localText(branch.name, language), point: branch.point }}
              polygon={draft.polygon}
              generation={generation}
              others={zones.filter(({ id }) => id !== zone?.id).map((other) => areaOf(other, "quiet"))}
              onChange={(polygon) => set({ polygon })}
            />
          </div>
        </div>
        <div className="beside-text">
          <BorderTools
            branch={branch}
            drawn={draft.polygon !== null}
            error={errorAt("polygon")}
            onPick={(polygon) => {
              set({ polygon });
              showAnew();
            }}
          />
          <FeeFields form={form} currency={branch.currency} />
          <SaveBar
            form={{ ...form, undo }}
            fresh={!zone}
            text={zone ? t("admin-save") : t("admin-zone-create")}
            onOutdated={() => void forget()}
          />
          {zone && <RemoveZone zone={zone} onGone={() => leaveFor(home)} />}
        </div>
      </div>
    </Screen>
  );
}
