import { AppError } from "../../core/errors.ts";
import { redirectAnswer } from "../answers.ts";
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
  const routes = pagesAndForms();
  return [
    ...routes,
    ...pagesAboveForms(routes),
    staffRoute("GET", "/console/*", "signedIn", () => {
      throw new AppError("notFound", "There is no such page.");
    }),
  ];
}

function pagesAndForms(): Route[] {
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
  ];
}

/**
 * The address of a form stands in the browser's bar when its answer is a page (a fault, a conflict). Asked for again from there, or
 * after a sign-in, it leads to the nearest page above it.
 */
function pagesAboveForms(routes: readonly Route[]): Route[] {
  const pages = new Set(routes.filter(({ method }) => method === "GET").map(({ path }) => path));
  const forms = new Set(routes.map(({ path }) => path).filter((path) => !pages.has(path)));
  return [...forms].map((path) => {
    const parts = path.split("/");
    while (parts.length > 2 && !pages.has(parts.join("/"))) parts.pop();
    return publicRoute("GET", path, ({ params, query }) => {
      const above = parts.map((part) =>
        part.startsWith(":") ? encodeURIComponent(params[part.slice(1)] ?? "") : part,
      );
      return redirectAnswer(`${above.join("/")}${query.size > 0 ? `?${query.toString()}` : ""}`);
    });
  });
}
