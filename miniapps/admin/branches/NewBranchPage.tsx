import { useLocation } from "wouter";
import type { BranchView } from "#shared/contracts/branch";
import { NewBranch } from "#shared/contracts/branch-settings";
import { localText } from "../../kit/local-text";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { leaveFor } from "../app/leaving";
import { SelectField } from "../forms/fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import { nameOf, phoneOf } from "./details";
import { useBranches, useKeepSettings } from "./queries";
import { ShopFields } from "./ShopFields";

/** Where the map looks before there is any branch: Tashkent. */
const FIRST_LOOK = { lat: 41.311, lng: 69.279 };

/** A branch: what is its own, and which one it works like if it is not the first. */
export function NewBranchPage() {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  return (
    <Screen title={t("admin-branch-new")} onBack={() => navigate("/")}>
      <Query query={useBranches()}>{(branches) => <NewBranchForm branches={branches} />}</Query>
    </Screen>
  );
}

const EMPTY = { en: "", ru: "", uz: "", addressText: "", phone: "" };

function NewBranchForm({ branches }: { branches: readonly BranchView[] }) {
  const { t, language } = useTexts();
  const { api } = useSigned().session;
  const keep = useKeepSettings();
  const first = branches[0];
  const form = useForm({
    initial: { likeBranchId: first?.id ?? null, ...EMPTY, point: first?.point ?? FIRST_LOOK },
    schema: NewBranch,
    toInput: ({ en, ru, uz, phone, ...rest }) => ({ ...rest, name: nameOf({ en, ru, uz }), phone: phoneOf(phone) }),
    save: (branch) => ask(api.branches.post(branch)),
    saved: (settings) => {
      keep(settings);
      leaveFor(`/branches/${settings.id}`);
    },
  });
  const { draft, set } = form;
  return (
    <>
      <ShopFields form={form}>
        {draft.likeBranchId && (
          <>
            <SelectField
              label={t("admin-branch-like")}
              value={draft.likeBranchId}
              onChange={(likeBranchId) => set({ likeBranchId })}
              options={branches.map(({ id, name }) => ({ value: id, text: localText(name, language) }))}
            />
            <p className="hint">{t("admin-branch-like-hint")}</p>
          </>
        )}
      </ShopFields>
      <SaveBar form={form} fresh text={t("admin-branch-create")} />
    </>
  );
}
