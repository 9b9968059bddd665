import type { ErasureStart } from "../core/erasure.ts";
import { AppError } from "../core/errors.ts";
import { GUID, identityOf, mailIdentity } from "../core/identity.ts";
import { findPersonalData, maskEmail, maskPersonalData } from "../core/personal-data.ts";
import type { Store } from "../core/ports.ts";
import { readRegistryNumber } from "../core/registry-number.ts";
import { findTicketNumbers } from "../core/ticket.ts";
import { asciiLower } from "../language/turkish-case.ts";
import { samePerson } from "../tickets/requester-identities.ts";

/** Somebody as they were asked for. */
export interface PersonSought extends ErasureStart {
  /** How they were asked for, masked: for the audit log. */
  readonly told: string;
}

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const REGISTRY_AND_NAME = /^([A-ZÇĞİÖŞÜ]{0,3}[\s.-]?\d{3,12})[\s,;]+(\p{L}.*)$/iu;

/**
 * Reads by what somebody is asked for: a number of one of their tickets, a mail address, a Teams account (object id), a T.C. kimlik no, a
 * mobile number, or a sicil no with the name. Out: with every identity that staff linked. Throws `badRequest` when it is none of them,
 * `notFound` when there is no such ticket or it is nobody's.
 */
export async function readPersonSought(
  store: Pick<Store, "tickets" | "identities">,
  who: string,
): Promise<PersonSought> {
  const text = who.trim();
  const [ticket] = findTicketNumbers(text);
  if (ticket) return { ...(await byTicket(store, ticket)), told: ticket };
  if (ADDRESS.test(text)) {
    const address = asciiLower(text);
    return { identities: await samePerson(store, [mailIdentity(address)]), told: maskEmail(address) };
  }
  if (GUID.test(text)) return { identities: await samePerson(store, [`teams:${asciiLower(text)}`]), told: "Teams" };
  const [number] = findPersonalData(text);
  if (number) {
    const keys = number.kind === "phone" ? { phones: [number.value] } : { nationalId: number.value };
    return { identities: [], keys, told: maskPersonalData(text) };
  }
  const [, registry = "", name = ""] = text.match(REGISTRY_AND_NAME) ?? [];
  const registryNumber = readRegistryNumber(registry);
  if (registryNumber && name) return { identities: [], keys: { registryNumber, name }, told: "sicil no" };
  throw new AppError("badRequest", "This is nothing that somebody could be found by.", { field: "who" });
}

async function byTicket(store: Pick<Store, "tickets" | "identities">, number: string): Promise<ErasureStart> {
  const ticket = await store.tickets.byNumber(number);
  const identity = ticket && identityOf(ticket);
  if (!identity) throw new AppError("notFound", `There is no ticket ${number} with a requester.`, { number });
  return { identities: await samePerson(store, [identity]) };
}
