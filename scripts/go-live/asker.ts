import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { SetupProblem } from "#shared/kernel/setup-problem";

/** Reads an answer; a string in `no` says why it cannot be taken, and the question is asked again. */
export type Reading<T> = (answer: string) => { yes: T } | { no: string } | Promise<{ yes: T } | { no: string }>;
export type Asker = {
  /** An empty answer is `otherwise`, where there is one. @throws SetupProblem when nobody answers any more */
  ask<T>(question: string, read: Reading<T>, otherwise?: string): Promise<T>;
  tell(line: string): void;
  close(): void;
};

/** Asks a person at a terminal, or a file of answers, one a line. */
export function createAsker(input: Readable, output: Writable): Asker {
  const lines = createInterface({ input, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  const tell = (line: string) => void output.write(`  ${line}\n`);
  return {
    async ask(question, read, otherwise) {
      for (;;) {
        output.write(`  ${question}${otherwise ? ` [${otherwise}]` : ""}: `);
        const { value, done } = await answers.next();
        if (done)
          throw new SetupProblem("\nNobody answers any more: nothing was saved. Run it again when you are ready.");
        const taken = await read(value.trim() || otherwise || "");
        if ("yes" in taken) return taken.yes;
        tell(taken.no);
      }
    },
    tell,
    close: () => lines.close(),
  };
}
