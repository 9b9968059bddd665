import type { EvidenceEvent } from "../../core/mail-evidence.ts";
import { decodeText } from "./charset.ts";
import type { EvidenceNote } from "./mail-in-hand.ts";
import { messageIdIn } from "./message-ids.ts";
import type { ParsedFile } from "./parse-mime.ts";
import { type XmlText, xmlTexts } from "./xml-texts.ts";

/** Evidence is some kilobytes with its signature, in bytes. */
export const LARGEST_EVIDENCE = 512 * 1024;
const IS_XML = /^(?:application|text)\/(?:[\w.+-]*\+)?xml$/;
const LONGEST_REASON = 500;
/** A mail to many recipients brings a piece for each. */
const MOST_FILES = 20;

/** Whether a file may be evidence, by what it calls itself. */
export function mayBeEvidence({ type, name = "" }: Pick<ParsedFile, "type" | "name">): boolean {
  return IS_XML.test(type) || /\.xml$/i.test(name);
}

/** Root elements of TS 102 640-2 §5; the code within says which of the two it was. Later drafts name some of them otherwise. */
const ROOTS: Readonly<Record<string, readonly [happened: EvidenceEvent, failed: EvidenceEvent]>> = {
  SubmissionAcceptanceRejection: ["submitted", "notSubmitted"],
  RelayREMMDAcceptanceRejection: ["relayed", "notRelayed"],
  RelayToREMMDAcceptanceRejection: ["relayed", "notRelayed"],
  RelayREMMDFailure: ["notRelayed", "notRelayed"],
  RelayToREMMDFailure: ["notRelayed", "notRelayed"],
  DeliveryNonDeliveryToRecipient: ["delivered", "notDelivered"],
  DownloadNonDownloadByRecipient: ["retrieved", "notRetrieved"],
  RetrievalNonRetrievalByRecipient: ["retrieved", "notRetrieved"],
  AcceptanceRejectionByRecipient: ["accepted", "refused"],
  RelayToNonREMSystem: ["handedOutside", "notHandedOutside"],
  ReceivedFromNonREMSystem: ["cameFromOutside", "cameFromOutside"],
  ReceivedByNonREMSystem: ["handedOutside", "notHandedOutside"],
};
/** Codes of events that did not happen ("…/Event#NonDelivery", "#RetrievalExpiration", "#Rejection"). */
const FAILED = /non|reject|fail|expir/i;

/** Events of EN 319 522-3 table 2, "http://uri.etsi.org/19522/Event/…". */
const EVENTS: Readonly<Record<string, EvidenceEvent>> = {
  SubmissionAcceptance: "submitted",
  SubmissionRejection: "notSubmitted",
  RelayAcceptance: "relayed",
  RelayRejection: "notRelayed",
  RelayFailure: "notRelayed",
  NotificationForAcceptance: "notified",
  NotificationForAcceptanceFailure: "notNotified",
  ConsignmentAcceptance: "accepted",
  ConsignmentRejection: "refused",
  AcceptanceRejectionExpiry: "notRetrieved",
  ContentConsignment: "delivered",
  ContentConsignmentFailure: "notDelivered",
  ConsignmentNotification: "notified",
  ConsignmentNotificationFailure: "notNotified",
  NotificationDelivered: "notified",
  NotificationAccessTracking: "notified",
  ContentHandover: "retrieved",
  ContentHandoverFailure: "notRetrieved",
  ContentAccessTracking: "retrieved",
  RelayToNonERDS: "handedOutside",
  RelayToNonERDSFailure: "notHandedOutside",
  ReceivedFromNonERDS: "cameFromOutside",
};

/** Names of the mail the evidence is about: the id its sender's program gave it, and the one the provider gave it. */
const IDS = new Set(["UAMessageIdentifier", "MessageIdentifierByREMMD", "MessageIdentifier"]);
const REASONS = new Set(["Details", "EventReason", "Reason"]);

/** The evidence among the files of a mail, in order. Only what was kept of them is looked at. */
export function readEvidence(files: readonly ParsedFile[]): EvidenceNote[] {
  const candidates = files.filter((file) => file.size <= LARGEST_EVIDENCE && mayBeEvidence(file)).slice(0, MOST_FILES);
  return candidates.flatMap(({ content }) => {
    return (content && evidenceIn(xmlTexts(decodeText(content, "utf-8").text))) ?? [];
  });
}

function evidenceIn(elements: readonly XmlText[]): EvidenceNote | undefined {
  const root = elements[0]?.name ?? "";
  const code = firstText(elements, "EventCode");
  const id = firstText(elements, "ERDSEventId");
  const event = ROOTS[root] ? ROOTS[root][FAILED.test(fragmentOf(code)) ? 1 : 0] : EVENTS[fragmentOf(id)];
  // Some other XML of some other program.
  if (!event && !(id && root === "Evidence") && !(code && /REM|Evidence/.test(root))) return undefined;
  const at = new Date(firstText(elements, "EventTime"));
  const reason = elements.find(({ name, text }) => REASONS.has(name) && text !== "")?.text;
  const ids = elements.filter(({ name }) => IDS.has(name)).flatMap(({ text }) => messageIdIn(text) ?? []);
  return {
    event: event ?? "other",
    ...(!Number.isNaN(at.getTime()) && { at }),
    ...(reason && { reason: reason.slice(0, LONGEST_REASON) }),
    messageIds: [...new Set(ids)],
  };
}

function firstText(elements: readonly XmlText[], wanted: string): string {
  return elements.find(({ name }) => name === wanted)?.text ?? "";
}

/** "http:uri.etsi.org/02640/Event#Delivery" and "http://uri.etsi.org/19522/Event/ContentHandover" without what is before. */
function fragmentOf(uri: string): string {
  return uri.split(/[#/]/).at(-1) ?? "";
}
