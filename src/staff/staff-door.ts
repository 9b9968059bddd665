import type { Server } from "restify";
import { apiRoutes } from "./api/api-routes.ts";
import { consoleRoutes } from "./console/console-routes.ts";
import { mountRoutes } from "./mount-routes.ts";
import type { StaffOptions } from "./options.ts";

export interface StaffDoor {
  /** Puts the console (`/console…`) and the JSON API (`/api/v1…`, `/api/openapi.json`) on the server. */
  mount(server: Server): void;
  start(): void;
  stop(): void;
}

/** The staff door: the console's pages and the JSON API. */
export function createStaffDoor(options: StaffOptions): StaffDoor {
  return {
    mount: (server) => mountRoutes(server, [...consoleRoutes(), ...apiRoutes()], options),
    start: () => undefined,
    stop: () => undefined,
  };
}
