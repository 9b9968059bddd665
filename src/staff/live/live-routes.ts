import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import type { LiveFeed } from "./live-feed.ts";

/** A comment now and then keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 25_000;

/** The stream of changes an open console listens to (server-sent events). */
export function liveRoutes(feed: LiveFeed): Route[] {
  return [staffRoute("GET", "/console/live", "tickets.read", (visit) => liveAnswer(visit, feed))];
}

function liveAnswer({ visitor, query }: StaffVisit, feed: LiveFeed): Answer {
  const ticket = query.get("ticket");
  const seen = query.get("seen");
  return {
    status: 200,
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
    body: "",
    stream(response) {
      const write = (text: string) => response.write(text);
      write("retry: 3000\n\n");
      const leave = feed.listen({
        staff: visitor.id,
        name: visitor.name,
        ...(ticket && { ticket }),
        ...(seen && { seen }),
        send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      });
      const heartbeat = setInterval(() => write(": \n\n"), HEARTBEAT_MS);
      return () => {
        clearInterval(heartbeat);
        leave();
      };
    },
  };
}
