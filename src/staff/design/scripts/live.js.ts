/**
 * Listens for changes while the page is in front (browsers allow few streams at once): counts on the tabs, a word that
 * the ticket on the screen has changed, who else looks at it. Nothing is moved or reloaded under one's hands. It
 * is told what changed since the last event it knows: of its making, or of what it heard while it was in front.
 */
export const LIVE_JS = `
{
  const place = document.querySelector("[data-live]");
  let stream;
  let since = place?.dataset.since ?? "";
  const show = (selector, text) => {
    const part = document.querySelector(selector);
    if (!part) return;
    part.hidden = !text;
    const words = part.querySelector("[data-words]");
    if (text && words) words.textContent = text;
  };
  const on = {
    counts: (counts) => {
      for (const number of document.querySelectorAll("[data-count]")) {
        const count = counts[number.dataset.count];
        if (count !== undefined) number.textContent = count;
      }
    },
    changed: ({ ticket, by, own }) => {
      if (own) return;
      if (!place.dataset.live) show("[data-live-list]", " ");
      else if (place.dataset.live === ticket) show("[data-live-ticket]", by || document.querySelector("[data-live-ticket]")?.dataset.somebody);
    },
    here: () => {},
    viewers: ({ names }) => show("[data-live-viewers]", names.join(", ")),
  };
  const listen = () => {
    if (document.hidden || stream) return;
    stream = new EventSource("/console/live?" + new URLSearchParams({ ticket: place.dataset.live, since }));
    for (const [name, act] of Object.entries(on)) {
      stream.addEventListener(name, (event) => {
        since = event.lastEventId || since;
        act(JSON.parse(event.data));
      });
    }
  };
  if (place) {
    listen();
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) {
        stream?.close();
        stream = undefined;
      } else listen();
    });
    addEventListener("pagehide", () => stream?.close());
  }
}
`;
