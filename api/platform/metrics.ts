import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const MINUTES_IN_SECONDS = [5, 10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 2_700, 3_600, 5_400];

/** What Prometheus reads. Gauges over rows are filled at the moment of the scrape, see `modules/health`. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "peyk_" });
  return {
    registry,
    requestSeconds: new Histogram({
      name: "peyk_request_seconds",
      help: "HTTP requests",
      labelNames: ["route", "method", "status"],
      buckets: SECONDS,
      registers,
    }),
    ordersPlaced: new Counter({ name: "peyk_orders_placed_total", help: "Orders placed", registers }),
    matchSeconds: new Histogram({
      name: "peyk_match_seconds",
      help: "From the start of the search to an accepted offer",
      buckets: MINUTES_IN_SECONDS,
      registers,
    }),
    deliverySeconds: new Histogram({
      name: "peyk_delivery_seconds",
      help: "From placement to hand-over",
      buckets: MINUTES_IN_SECONDS,
      registers,
    }),
    offersDecided: new Counter({
      name: "peyk_offers_decided_total",
      help: "Offers by how they ended",
      labelNames: ["status"],
      registers,
    }),
    geoQuerySeconds: new Histogram({
      name: "peyk_geo_query_seconds",
      help: "Nearest couriers in Redis",
      buckets: SECONDS,
      registers,
    }),
    dispatchRoundSeconds: new Histogram({
      name: "peyk_dispatch_round_seconds",
      help: "One dispatch round",
      buckets: SECONDS,
      registers,
    }),
    sockets: new Gauge({ name: "peyk_sockets", help: "Open realtime connections", registers }),
    oldestUnsentSeconds: new Gauge({
      name: "peyk_oldest_unsent_notification_seconds",
      help: "Age of the oldest notification that is due",
      labelNames: ["bot_kind"],
      registers,
    }),
    receipts: new Counter({
      name: "peyk_notification_receipts_total",
      help: "What became of claimed notifications",
      labelNames: ["outcome"],
      registers,
    }),
    notificationWaitSeconds: new Histogram({
      name: "peyk_notification_wait_seconds",
      help: "From the moment a notification is due to its message in the chat, in business time, by urgency",
      labelNames: ["urgency"],
      buckets: [...SECONDS, 10, 20, 30, 60, 120, 300],
      registers,
    }),
    unacknowledgedAlerts: new Gauge({ name: "peyk_unacknowledged_alerts", help: "Alerts that ring", registers }),
    queueDepth: new Gauge({
      name: "peyk_queue_depth",
      help: "Jobs waiting, delayed or active",
      labelNames: ["queue"],
      registers,
    }),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
