import type { Server } from "restify";
import { consoleRoutes } from "./console/console-routes.ts";
import { mountRoutes } from "./mount-routes.ts";
import type { StaffOptions } from "./options.ts";

export interface StaffDoor {
  /** Puts the console (`/console…`) on the server. */
  mount(server: Server): void;
  start(): void;
  stop(): void;
}

/** The staff door: the console's pages and the JSON API. */
export function createStaffDoor(options: StaffOptions): StaffDoor {
  return {
    mount: (server) => mountRoutes(server, consoleRoutes(), options),
    start: () => undefined,
    stop: () => undefined,
  };
}
