import { describe, expect, it, vi } from "vitest";
import { createSupervisor, type Running } from "./supervisor";

/** A process as the supervisor sees it, which falls when it is told to. */
function actor(name: string, stopped: string[] = []) {
  const starts: (() => void)[] = [];
  const start = async (): Promise<Running> => {
    let fall = () => {};
    const ended = new Promise<string>((resolve) => {
      fall = () => resolve("SIGKILL");
    });
    starts.push(fall);
    return { pid: null, ended, stop: async () => void stopped.push(name) };
  };
  return { name, start, starts, fall: () => starts.at(-1)?.() };
}
const supervise = (lines: string[] = []) => createSupervisor({ say: (line) => lines.push(line), started: () => {} });

describe("a supervisor", () => {
  it("starts what fell again, and says so", async () => {
    const lines: string[] = [];
    const api = actor("api");
    const supervisor = supervise(lines);
    await supervisor.run(api);
    api.fall();
    await vi.waitFor(() => expect(api.starts).toHaveLength(2));
    expect(lines).toEqual(["api ended (SIGKILL), starting it again in 0.25 s"]);
    await supervisor.stop();
  });

  it("goes on trying when a new start fails", async () => {
    const lines: string[] = [];
    const api = actor("api");
    let attempts = 0;
    const start = () => {
      attempts += 1;
      return attempts === 2 ? Promise.reject(new Error("its port is taken")) : api.start();
    };
    const supervisor = supervise(lines);
    await supervisor.run({ name: "api", start });
    api.fall();
    await vi.waitFor(() => expect(api.starts).toHaveLength(2), { timeout: 5_000 });
    expect(lines[1]).toBe("its port is taken");
    await supervisor.stop();
  });

  it("stops what was started last first, and starts nothing again", async () => {
    const stopped: string[] = [];
    const [database, api] = [actor("database", stopped), actor("api", stopped)];
    const supervisor = supervise();
    await supervisor.run(database);
    await supervisor.run(api);
    await supervisor.stop();
    api.fall();
    expect(stopped).toEqual(["api", "database"]);
    await expect(supervisor.run(actor("worker"))).rejects.toThrow();
    expect(api.starts).toHaveLength(1);
  });

  it("fails when the very first start fails", async () => {
    const start = () => Promise.reject(new Error("no such file"));
    await expect(supervise().run({ name: "api", start })).rejects.toThrow("no such file");
  });
});
