import { AppError } from "../../core/errors.ts";
import { assetAnswer } from "../design/assets.ts";
import { publicRoute, type Route, staffRoute } from "../route.ts";
import { accountRoutes } from "./account-routes.ts";
import { answerRoutes } from "./answer-routes.ts";
import { bulkRoutes } from "./bulk-routes.ts";
import { erasureRoutes } from "./erasure-routes.ts";
import { knowledgeRoutes } from "./knowledge-routes.ts";
import { mailRoutes } from "./mail-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { personRoutes } from "./person-routes.ts";
import { reportRoutes } from "./report-routes.ts";
import { requestRoutes } from "./request-routes.ts";
import { settingsRoutes } from "./settings-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { ticketActionRoutes } from "./ticket-action-routes.ts";
import { ticketRoutes } from "./ticket-routes.ts";
import { viewRoutes } from "./view-routes.ts";

/** Every page of the console and every form on them. */
export function consoleRoutes(): Route[] {
  return [
    publicRoute("GET", "/console/assets/:name", ({ params }) => assetAnswer(params.name ?? "")),
    ...signInRoutes(),
    ...bulkRoutes(),
    ...ticketActionRoutes(),
    ...personRoutes(),
    ...ticketRoutes(),
    ...viewRoutes(),
    ...answerRoutes(),
    ...messageRoutes(),
    ...requestRoutes(),
    ...reportRoutes(),
    ...mailRoutes(),
    ...knowledgeRoutes(),
    ...accountRoutes(),
    ...peopleRoutes(),
    ...erasureRoutes(),
    ...settingsRoutes(),
    staffRoute("GET", "/console/*", "signedIn", () => {
      throw new AppError("notFound", "There is no such page.");
    }),
  ];
}
