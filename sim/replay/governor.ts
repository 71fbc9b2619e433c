import type { Seconds } from "#shared/kernel/units";

/** Business seconds by which the machine may be behind before the figures would be its own and not the product's. */
const LAG_MAX_S: Seconds = 15;
/** So many looks in a row: one bad moment is no reason. */
const PATIENCE = 3;
const SLOWEST = 1;
/** Behind by less for so many looks, the machine may be tried at double the speed; each time it fails, twice as many. */
const CALM: { lagS: Seconds; looks: number } = { lagS: 4, looks: 6 };

/** Decides how fast a machine may play. */
export type Governor = {
  /** One look at how far it is behind. @returns the speed to change to; `null` to go on as it is */
  look(lagS: Seconds): number | null;
  slowdowns(): number;
};

/** Half the speed where the machine cannot follow, and up to the wanted one again once it has been at ease for a while. */
export function createGovernor(wanted: number): Governor {
  let speed = wanted;
  let bad = 0;
  let calm = 0;
  let slowdowns = 0;
  const changeTo = (next: number): number => {
    speed = next;
    bad = 0;
    calm = 0;
    return next;
  };
  return {
    slowdowns: () => slowdowns,
    look: (lagS) => {
      bad = lagS > LAG_MAX_S ? bad + 1 : 0;
      calm = lagS < CALM.lagS ? calm + 1 : 0;
      if (bad >= PATIENCE && speed > SLOWEST) {
        slowdowns += 1;
        return changeTo(Math.max(SLOWEST, speed / 2));
      }
      const isTried = speed < wanted && calm >= CALM.looks * 2 ** (slowdowns - 1);
      return isTried ? changeTo(Math.min(wanted, speed * 2)) : null;
    },
  };
}
