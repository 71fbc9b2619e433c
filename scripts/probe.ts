// The health check of a container without curl: is the answer to this URL a good one?
const reply = await fetch(process.argv[2] ?? "", { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
process.exit(reply?.ok ? 0 : 1);

export {};
