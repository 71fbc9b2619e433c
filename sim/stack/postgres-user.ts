import { spawnSync } from "node:child_process";
import { SetupProblem } from "#shared/kernel/setup-problem";
import type { ServerUser } from "./spawn-server";

const OWN_USER = "peyk-postgres";

/** PostgreSQL refuses root. As root: an unprivileged system user, made when there is none. Otherwise: whoever we are. */
export function postgresUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp("postgres") ?? lookUp(OWN_USER) ?? createUser();
  if (!found) {
    throw new SetupProblem(
      `PostgreSQL refuses to run as root and user ${OWN_USER} could not be made: run as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return found;
}

function createUser(): ServerUser | undefined {
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", OWN_USER]);
  return lookUp(OWN_USER);
}

function lookUp(name: string): ServerUser | undefined {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
