import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { NewToken } from "#shared/contracts/bots";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { leaveFor } from "../app/leaving";
import { Group, TextField } from "../forms/fields";
import { SaveBar } from "../forms/SaveBar";
import { useForm } from "../forms/use-form";
import { useBots } from "./queries";

/** The same bot under the new token that BotFather has made for it. */
export function TokenPage({ id }: { id: string }) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const { api } = useSigned().session;
  const queries = useQueryClient();
  const bot = useBots().data?.find((each) => each.id === id);
  const form = useForm({
    initial: { token: "" },
    schema: NewToken,
    toInput: ({ token }) => ({ token: token.trim() }),
    save: ({ token }) => ask(api.bots({ id }).token.put({ token })),
    saved: () => {
      void queries.invalidateQueries({ queryKey: ["bots"] });
      void queries.invalidateQueries({ queryKey: ["bot-check", id] });
      leaveFor("/settings");
    },
  });
  return (
    <Screen title={t("admin-bot-token-new")} onBack={() => navigate("/")}>
      <Group title={bot ? `@${bot.username}` : t("admin-bots")} hint={t("admin-bot-token-hint")}>
        <TextField
          label={t("admin-bot-token")}
          value={form.draft.token}
          onChange={(token) => form.set({ token })}
          error={form.errorAt("token") && t("admin-bot-token-wrong")}
          placeholder="123456789:…"
          secret
        />
      </Group>
      <SaveBar form={form} fresh />
    </Screen>
  );
}
