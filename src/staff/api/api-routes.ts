import { jsonAnswer } from "../answers.ts";
import { publicRoute, type Route } from "../route.ts";
import { openApiDocument } from "./openapi.ts";
import { recordEndpoints } from "./record-endpoints.ts";
import { reportEndpoints } from "./report-endpoints.ts";
import { requestEndpoints } from "./request-endpoints.ts";
import { ticketEndpoints } from "./ticket-endpoints.ts";

/** The JSON API, and its description made from the schemas that validate it. */
export function apiRoutes(): Route[] {
  const endpoints = [...ticketEndpoints(), ...requestEndpoints(), ...recordEndpoints(), ...reportEndpoints()];
  const description = openApiDocument(endpoints);
  return [
    publicRoute("GET", "/api/openapi.json", () => jsonAnswer(description)),
    ...endpoints.map(({ route }) => route),
  ];
}
