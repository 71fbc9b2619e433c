import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BranchView } from "#shared/contracts/branch";
import type { BranchSettings, BranchSettingsChange } from "#shared/contracts/branch-settings";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

/** Every branch with whether it is open now. */
export function useBranches() {
  const { api } = useSigned().session;
  return useQuery<BranchView[], ApiProblem>({
    queryKey: ["branches"],
    queryFn: () => ask(api.branches.get({ query: {} })),
  });
}

export function useBranchSettings(id: string) {
  const { api } = useSigned().session;
  return useQuery<BranchSettings, ApiProblem>({
    queryKey: ["branch-settings", id],
    queryFn: () => ask(api.branches({ id }).settings.get()),
    refetchOnWindowFocus: false, // a form is filled from it
  });
}

/** Puts what the API answered in the place of what was known. */
export function useKeepSettings() {
  const queries = useQueryClient();
  return (settings: BranchSettings) => {
    queries.setQueryData(["branch-settings", settings.id], settings);
    void queries.invalidateQueries({ queryKey: ["branches"] });
  };
}

/** Saves parts of a branch under the version that the form was filled from. */
export function useSaveSettings({ id, version }: BranchSettings) {
  const { api } = useSigned().session;
  return (parts: Omit<BranchSettingsChange, "version">): Promise<BranchSettings> =>
    ask(api.branches({ id }).settings.patch({ ...parts, version }));
}

export function usePauseBranch(id: string) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<BranchView, ApiProblem, number>({
    mutationFn: (minutes) => ask(api.branches({ id }).pause.put({ minutes })),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["branch-settings", id] });
      void queries.invalidateQueries({ queryKey: ["branches"] });
    },
  });
}

export function useArchiveBranch(id: string, done: () => void) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<{ id: string }, ApiProblem>({
    mutationFn: () => ask(api.branches({ id }).archive.post()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["branches"] });
      done();
    },
  });
}
