/** What one look found. `note`: it works, but somebody should know; `problem`: something does not work. */
export type Finding = {
  what: string;
  state: "good" | "note" | "problem";
  says: string;
  /** What to do about it; a problem always has one. */
  todo?: string;
};

export const good = (what: string, says: string): Finding => ({ what, state: "good", says });
export const note = (what: string, says: string, todo?: string): Finding => ({
  what,
  state: "note",
  says,
  ...(todo && { todo }),
});
export const problem = (what: string, says: string, todo: string): Finding => ({ what, state: "problem", says, todo });

const SIGNS = { good: "✓", note: "•", problem: "✗" } as const;

/** One line for a person. */
export const lineOf = ({ what, state, says, todo }: Finding): string =>
  `${SIGNS[state]} ${what}: ${says}${todo ? ` → ${todo}` : ""}`;

/** Why something could not be asked, without what may be secret in it. */
export const causeOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error);
