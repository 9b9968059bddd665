import { randomUUID } from "node:crypto";
import type { Server } from "restify";
import { apiRoutes } from "./api/api-routes.ts";
import { consoleRoutes } from "./console/console-routes.ts";
import { directoryRoutes } from "./console/directory-routes.ts";
import { teamsTabRoutes } from "./console/teams-tab-routes.ts";
import { createDeskMemory } from "./desk-memory.ts";
import { createDueWatch } from "./due-watch.ts";
import { createLiveFeed } from "./live/live-feed.ts";
import { liveRoutes } from "./live/live-routes.ts";
import { mountRoutes } from "./mount-routes.ts";
import type { StaffOptions } from "./options.ts";
import { createDirectory } from "./sign-in/directory.ts";
import { createTeamsTokenCheck } from "./sign-in/teams-token.ts";

export interface StaffDoor {
  /** Puts the console (`/console…`) and the JSON API (`/api/v1…`, `/api/openapi.json`) on the server. */
  mount(server: Server): void;
  /** Begins to tell open consoles what changes, and to look for what is overdue. */
  start(): void;
  /** Ends what runs beside requests: the look for changes that open consoles are told. */
  stop(): Promise<void>;
}

/** The staff door: the console's pages and the JSON API. */
export function createStaffDoor(options: StaffOptions): StaffDoor {
  const directory = options.directory ? directoryRoutes(createDirectory(options.directory)) : [];
  const { teams, publicUrl } = options;
  const teamsCheck = teams && publicUrl?.startsWith("https:") ? createTeamsTokenCheck(teams, publicUrl) : undefined;
  const memory = createDeskMemory(options.office);
  const feed = createLiveFeed(options.office, options.log, memory.searches);
  const watch = createDueWatch(options.office, options.log, randomUUID());
  return {
    mount: (server) =>
      mountRoutes(
        server,
        [...liveRoutes(feed), ...directory, ...teamsTabRoutes(teamsCheck), ...consoleRoutes(), ...apiRoutes()],
        options,
        memory,
      ),
    start: () => {
      feed.start();
      watch.start();
    },
    stop: async () => {
      feed.stop();
      await watch.stop();
    },
  };
}
