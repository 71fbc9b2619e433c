import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "./free-port";

let squatter: Server;
let taken: number;
beforeAll(async () => {
  taken = await freePort();
  squatter = createServer().listen(taken, "127.0.0.1");
  await new Promise((resolve) => squatter.once("listening", resolve));
});
afterAll(() => squatter.close());

describe("a free port", () => {
  it("is the wanted one when nobody has it", async () => {
    const wanted = await freePort();
    expect(await freePort(wanted)).toBe(wanted);
  });

  it("is another one when it is taken", async () => {
    const port = await freePort(taken);
    expect(port).not.toBe(taken);
    expect(port).toBeGreaterThan(1_023);
  });
});
