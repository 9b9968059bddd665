import { AppError } from "../../core/errors.ts";
import { ownPath, redirectAnswer } from "../answers.ts";
import { setCookie } from "../cookies.ts";
import { type Answer, publicRoute, type Route, type Visit } from "../route.ts";
import { type Directory, directoryAccount, packTrip, unpackTrip } from "../sign-in/directory.ts";
import { cookieOf, letIn } from "./sign-in-routes.ts";

const LEAVE = "/console/sign-in/directory";
const RETURN = "/console/sign-in/directory/return";
const TRIP_COOKIE = "signInTrip";
const TRIP_SECONDS = 10 * 60;

/** Signing in with the organisation's own account. */
export function directoryRoutes(directory: Directory): Route[] {
  return [
    publicRoute("GET", LEAVE, async (visit) => {
      const { url, trip } = await directory.leave(returnAddress(visit), ownPath(visit.query.get("next")));
      const cookie = setCookie(TRIP_COOKIE, packTrip(trip), {
        ...cookieOf(visit, TRIP_SECONDS),
        path: LEAVE,
      });
      return redirectAnswer(url, { "set-cookie": cookie });
    }),
    publicRoute("GET", RETURN, (visit) => comeBack(visit, directory)),
  ];
}

async function comeBack(visit: Visit, directory: Directory): Promise<Answer> {
  const trip = unpackTrip(visit.cookie(TRIP_COOKIE));
  const address = new URL(returnAddress(visit));
  address.search = visit.query.toString();
  const account = await directoryAccount(visit.staff.office, await directory.comeBack(address, trip));
  const answer = await letIn(visit, ownPath(trip.next), account);
  const gone = setCookie(TRIP_COOKIE, "", { ...cookieOf(visit, 0), path: LEAVE });
  return {
    ...answer,
    headers: { ...answer.headers, "set-cookie": [...[answer.headers["set-cookie"] ?? []].flat(), gone] },
  };
}

/** Where the provider sends people back to; it must be registered there exactly so. */
function returnAddress({ staff }: Visit): string {
  if (!staff.publicUrl)
    throw new AppError("unavailable", "Set PUBLIC_URL: the provider must know where to send people back to.");
  return new URL(RETURN, staff.publicUrl).href;
}
