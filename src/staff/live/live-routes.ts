import { type Answer, type Route, type StaffVisit, staffRoute } from "../route.ts";
import type { LiveFeed } from "./live-feed.ts";

/** A comment now and then keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 25_000;

/** The stream of changes an open console listens to (server-sent events). */
export function liveRoutes(feed: LiveFeed): Route[] {
  return [staffRoute("GET", "/console/live", "tickets.read", (visit) => liveAnswer(visit, feed))];
}

const EVENT_ID = /^[0-9a-f]{24}$/;

function liveAnswer({ visitor, query, header }: StaffVisit, feed: LiveFeed): Answer {
  const ticket = query.get("ticket");
  // Which of the two: the browser's own second try after a broken line, or the page's when it begins to listen.
  const since = header("last-event-id") ?? query.get("since") ?? "";
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
        ...(EVENT_ID.test(since) && { since }),
        send: (event, data, id) =>
          write(`${id ? `id: ${id}\n` : ""}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      });
      const heartbeat = setInterval(() => write(": \n\n"), HEARTBEAT_MS);
      return () => {
        clearInterval(heartbeat);
        leave();
      };
    },
  };
}
