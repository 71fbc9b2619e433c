import { join } from "node:path";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { type Addresses, runningAddresses } from "../../scripts/start/instance";
import { dataFolder } from "../../scripts/start/open-data";

/**
 * Where the installation is that a command is about: the one that `DATABASE_URL` names, else the one that `npm start`
 * runs from this folder.
 * @throws SetupProblem when there is neither
 */
export function installationEnv(own: Addresses): Addresses {
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value));
  if (given.DATABASE_URL) return given;
  const addresses = runningAddresses(join(dataFolder(join(import.meta.dir, "../..")), "running.json"));
  if (!addresses?.DATABASE_URL) {
    throw new SetupProblem(
      "Peyk does not run from this folder: npm start first, or say which by DATABASE_URL=postgres://…",
    );
  }
  return { ...given, DATABASE_URL: addresses.DATABASE_URL, REDIS_URL: given.REDIS_URL ?? addresses.REDIS_URL };
}
