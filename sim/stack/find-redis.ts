import { findProgram } from "./find-program";

/** No npm package ships a server. @throws SetupProblem */
export const findRedis = (say: (line: string) => void): string =>
  findProgram(
    {
      what: "Redis server",
      programs: ["redis-server", "valkey-server"],
      packages: { "apt-get": ["redis-server"], dnf: ["valkey"], apk: ["redis"], brew: ["redis"] },
      variable: "REDIS_URL",
    },
    say,
  );
