import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { NewBot } from "#shared/contracts/bots";
import { BotKind } from "#shared/kernel/role";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { leaveFor } from "../app/leaving";
import { Group, SelectField, TextField } from "../forms/fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";

const FIRST: BotKind = "customer";

/** A bot of BotFather's becomes one of the business; Telegram tells its name. */
export function NewBotPage() {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const { api } = useSigned().session;
  const queries = useQueryClient();
  const form = useForm({
    initial: { kind: FIRST, token: "" },
    schema: NewBot,
    toInput: ({ kind, token }) => ({ kind, token: token.trim() }),
    save: (bot) => ask(api.bots.post(bot)),
    saved: () => {
      void queries.invalidateQueries({ queryKey: ["bots"] });
      leaveFor("/settings");
    },
  });
  const { draft, set, errorAt } = form;
  return (
    <Screen title={t("admin-bot-new")} onBack={() => navigate("/")}>
      <Group title={t("admin-bot-new")} hint={t("admin-bot-new-hint")}>
        <SelectField
          label={t("admin-bot-kind")}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          options={BotKind.options.map((kind) => ({ value: kind, text: t(`admin-bot-kind-${kind}`) }))}
        />
        <TextField
          label={t("admin-bot-token")}
          value={draft.token}
          onChange={(token) => set({ token })}
          error={errorAt("token") && t("admin-bot-token-wrong")}
          placeholder="123456789:…"
          autoComplete="off"
          secret
        />
      </Group>
      <SaveBar form={form} fresh text={t("admin-bot-add")} />
    </Screen>
  );
}
