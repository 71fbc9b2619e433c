import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BotCheck, BotView } from "#shared/contracts/bots";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

export function useBots() {
  const { api } = useSigned().session;
  return useQuery<BotView[], ApiProblem>({
    queryKey: ["bots"],
    queryFn: async () => (await ask(api.bots.get())).bots,
  });
}

const CHECK_EVERY_MS = 60_000;

/** What Telegram says of the token now; asked again every minute while somebody looks. */
export function useBotCheck(id: string) {
  const { api } = useSigned().session;
  return useQuery<BotCheck, ApiProblem>({
    queryKey: ["bot-check", id],
    queryFn: () => ask(api.bots({ id }).check.get()),
    refetchInterval: CHECK_EVERY_MS,
    staleTime: CHECK_EVERY_MS,
  });
}

export function useEnableBot(id: string) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<BotView, ApiProblem, boolean>({
    mutationFn: (enabled) => ask(api.bots({ id })[enabled ? "enable" : "disable"].post()),
    onSettled: () => queries.invalidateQueries({ queryKey: ["bots"] }),
  });
}
