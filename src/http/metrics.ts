import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Server } from "restify";

/** Numbers read at the moment they are asked for. */
export interface Readings {
  readonly tickets: () => Promise<Readonly<Record<string, number>>>;
  readonly mails: () => Promise<Readonly<Record<string, number>>>;
  readonly outbox: () => Promise<Readonly<Record<string, number>>>;
  /** Seconds since the last good contact, per mailbox account. */
  readonly mailboxAge: () => Readonly<Record<string, number>>;
}

export interface Metrics {
  request(route: string, status: number, milliseconds: number): void;
  turn(outcome: string): void;
  /** Registers the readings and the page. */
  mount(server: Server, readings: Readings): void;
}

/** Prometheus metrics; names and labels carry no personal data. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "helpdesk_http_request_seconds",
    help: "HTTP requests by route and status",
    labelNames: ["route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const turns = new Counter({
    name: "helpdesk_bot_turns_total",
    help: "Bot turns by outcome",
    labelNames: ["outcome"],
    registers: [registry],
  });

  const reading = (name: string, help: string, label: string, read: () => Promise<Readonly<Record<string, number>>>) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [registry],
      async collect() {
        this.reset();
        for (const [value, count] of Object.entries(await read())) this.set({ [label]: value }, count);
      },
    });

  return {
    request(route, status, milliseconds) {
      requests.observe({ route, status: String(status) }, milliseconds / 1000);
    },
    turn(outcome) {
      turns.inc({ outcome });
    },
    mount(server, readings) {
      reading("helpdesk_tickets", "Tickets by status", "status", readings.tickets);
      reading("helpdesk_mails", "Mails by outcome", "outcome", readings.mails);
      reading("helpdesk_outbox", "Outbox items by state", "state", readings.outbox);
      reading("helpdesk_mailbox_age_seconds", "Seconds since the last good mailbox contact", "account", async () =>
        readings.mailboxAge(),
      );
      server.get("/metrics", async (_request, response) => {
        response.sendRaw(200, await registry.metrics(), { "content-type": registry.contentType });
      });
    },
  };
}
