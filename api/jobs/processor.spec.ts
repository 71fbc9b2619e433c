import { UnrecoverableError } from "bullmq";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Refusal } from "#shared/kernel/refusal";
import { processor } from "./processor";

const job = (data: unknown) => ({ data });
const failing = (error: Error) =>
  processor(z.object({}), async () => {
    throw error;
  });

describe("a job", () => {
  it("is given up at once when nobody can read what it is about", async () => {
    const run = processor(z.object({ n: z.int() }), async () => {});
    await expect(run(job({ n: "x" }))).rejects.toBeInstanceOf(UnrecoverableError);
  });

  it("is given up at once on a business no", async () => {
    await expect(failing(new Refusal("offer.expired"))(job({}))).rejects.toBeInstanceOf(UnrecoverableError);
  });

  it("is tried again after a failure of something outside", async () => {
    await expect(failing(new Error("socket closed"))(job({}))).rejects.not.toBeInstanceOf(UnrecoverableError);
  });
});
