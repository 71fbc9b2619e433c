/** A running Postgres or Redis. */
export type Server = {
  url: string;
  /** `null` when the server is not ours (`DATABASE_URL`, `REDIS_URL`): then `stop` leaves it alone and `kill9` throws. */
  pid: number | null;
  /** Resolves with the cause when the process ends, by us or by itself; never for a server that is not ours. */
  ended: Promise<string>;
  /** Orderly shutdown; resolves when the process is gone. Harmless when it already is. */
  stop(): Promise<void>;
  /** What a power cut does: no flush, no goodbye. Resolves when nothing of it runs any more. */
  kill9(): Promise<void>;
};

/** A server that somebody else runs for us. */
export const foreignServer = (url: string): Server => ({
  url,
  pid: null,
  ended: new Promise(() => {}),
  stop: async () => {},
  kill9: async () => {
    throw new Error("Peyk did not start this server, so it does not kill it");
  },
});
