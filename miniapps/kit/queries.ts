import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem, isSessionOver } from "./api-problem";

const RETRIES = 3;

/**
 * A business "no" is final; only silence is asked again.
 * @param lost told when an answer says that this person may no longer be here
 */
export function createQueries(lost: (problem: ApiProblem) => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && isSessionOver(error)) lost(error);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < RETRIES && error instanceof ApiProblem && error.code === "offline",
      },
      mutations: { retry: false },
    },
  });
}

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: ApiProblem;
  }
}
