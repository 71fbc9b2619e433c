import { type Database, openDatabase } from "#api/platform/database";
import { installationEnv } from "#sim/stack/installation-env";

/** The database of the installation that a command is about. @throws SetupProblem when there is none */
export const openInstallation = (): Database =>
  openDatabase(installationEnv(process.env).DATABASE_URL!, { connections: 2, name: "dispatch-tools" });
