/** What changed, as ids, until it is asked for. */
export type Gathered = { orders: Set<string>; couriers: Set<string>; alerts: boolean };
export type Gathering = {
  add(what: { orderId?: unknown; courierId?: unknown; alerts?: boolean }): void;
  stop(): void;
};

const PAUSE_MS = 120;

/**
 * Collects what events name for a moment and asks for it in one request; what comes meanwhile waits for the next one, so
 * that an older answer can never overwrite a newer one.
 * @param ask deals with its own failures
 */
export function createGathering(ask: (gathered: Gathered) => Promise<void>): Gathering {
  let gathered = empty();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isAsking = false;

  const flush = async () => {
    timer = null;
    if (isAsking) return;
    isAsking = true;
    const now = gathered;
    gathered = empty();
    await ask(now).finally(() => {
      isAsking = false;
    });
    if (!isEmpty(gathered)) schedule();
  };
  const schedule = () => {
    timer ??= setTimeout(() => void flush(), PAUSE_MS);
  };

  return {
    add({ orderId, courierId, alerts }) {
      if (typeof orderId === "string") gathered.orders.add(orderId);
      if (typeof courierId === "string") gathered.couriers.add(courierId);
      if (alerts) gathered.alerts = true;
      if (!isEmpty(gathered)) schedule();
    },
    stop: () => {
      if (timer) clearTimeout(timer);
    },
  };
}

const empty = (): Gathered => ({ orders: new Set(), couriers: new Set(), alerts: false });
const isEmpty = ({ orders, couriers, alerts }: Gathered) => orders.size + couriers.size === 0 && !alerts;
