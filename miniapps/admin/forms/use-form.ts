import { useMutation } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { z } from "zod";
import type { ApiProblem } from "../../kit/api-problem";
import { haptic } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { useLeaveGuard } from "../app/leaving";
import { problemText } from "./problem-text";

type Options<Draft, Schema extends z.ZodType, Saved> = {
  /** What the fields hold at first; a form for something else gets another `key`. */
  initial: Draft;
  /** The API's own. */
  schema: Schema;
  /** What the fields hold, as the API takes it; what cannot be read becomes NaN, so that the schema refuses it. */
  toInput: (draft: Draft) => unknown;
  save: (value: z.output<Schema>) => Promise<Saved>;
  saved?: (value: Saved) => void;
};

export type Form<Draft> = {
  draft: Draft;
  set(change: Partial<Draft>): void;
  /** The sentence beside the field at this path ("name.en"), or that of the first problem below it. */
  errorAt(path: string): string | null;
  dirty: boolean;
  busy: boolean;
  problem: ApiProblem | null;
  submit(): void;
  undo(): void;
};

/**
 * A form over one of the API's schemas. It complains only once it was sent, and from then on with every stroke; leaving
 * it with changes asks.
 */
export function useForm<Draft extends object, Schema extends z.ZodType, Saved>({
  initial,
  schema,
  toInput,
  save,
  saved,
}: Options<Draft, Schema, Saved>): Form<Draft> {
  const { t } = useTexts();
  const [start, setStart] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [tried, setTried] = useState(false);
  const parsed = useMemo(() => schema.safeParse(toInput(draft)), [schema, toInput, draft]);
  const dirty = draft !== start && JSON.stringify(draft) !== JSON.stringify(start);
  const mutation = useMutation<Saved, ApiProblem, z.output<Schema>>({
    mutationFn: save,
    onSuccess: (value) => {
      haptic("success");
      setStart(draft);
      setTried(false);
      saved?.(value);
    },
    onError: () => haptic("error"),
  });
  useLeaveGuard(dirty && !mutation.isPending);
  return {
    draft,
    dirty,
    busy: mutation.isPending,
    problem: mutation.error,
    set: (change) => setDraft((now) => ({ ...now, ...change })),
    errorAt: (path) => {
      if (!tried || parsed.success) return null;
      const issue = parsed.error.issues.find((each) => isAt(each.path.join("."), path));
      return issue ? problemText(t, issue) : null;
    },
    submit: () => {
      if (mutation.isPending) return;
      setTried(true);
      if (parsed.success) mutation.mutate(parsed.data);
      else haptic("error");
    },
    undo: () => {
      setDraft(start);
      setTried(false);
      mutation.reset();
    },
  };
}

const isAt = (found: string, path: string): boolean => found === path || found.startsWith(`${path}.`);
