import { turkishDay } from "./turkish-time.ts";

/** What a member of staff may be told of. */
export const NOTICE_TOPICS = [
  "assigned",
  "mentioned",
  "ticketMessage",
  "ticketDueSoon",
  "ticketOverdue",
  "escalated",
  "ticketOpened",
  "requestFlagged",
  "certificateEnding",
  "mailbox",
  "mailQuarantined",
  "knowledgeDrafted",
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

export const NOTICE_CHOICES = ["off", "atOnce", "digest"] as const;
export type NoticeChoice = (typeof NOTICE_CHOICES)[number];

export const NOTICE_WAYS = ["mail", "teams"] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** Hours of the day in Türkiye in which nothing is sent, "18:00" to "08:00"; may reach over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What one member chose. */
export interface NoticeSettings {
  readonly choices: Readonly<Partial<Record<NoticeTopic, NoticeChoice>>>;
  /** By which ways each topic is told; by mail where nothing was chosen. */
  readonly ways?: Readonly<Partial<Record<NoticeTopic, readonly NoticeWay[]>>>;
  readonly quiet?: QuietHours;
  readonly language: "tr" | "en";
}

/** Before anybody chose: what is about oneself and what must not wait at once, the rest together, new tickets not at all. */
const USUAL: Readonly<Record<NoticeTopic, NoticeChoice>> = {
  assigned: "atOnce",
  mentioned: "atOnce",
  ticketMessage: "digest",
  ticketDueSoon: "atOnce",
  ticketOverdue: "atOnce",
  escalated: "atOnce",
  ticketOpened: "off",
  requestFlagged: "digest",
  certificateEnding: "digest",
  mailbox: "atOnce",
  mailQuarantined: "digest",
  knowledgeDrafted: "digest",
};

/** One thing one member is told; `batch` names the mail or message that carries it, alone or with others. */
export interface Notice {
  /** Event and member: nobody is told a thing twice. */
  readonly id: string;
  readonly staff: string;
  readonly topic: NoticeTopic;
  readonly event: string;
  readonly ticket?: string;
  readonly batch: string;
  readonly ways: readonly NoticeWay[];
  readonly leavesAt: Date;
  /** By which ways it has been told, and when last. */
  readonly told?: readonly NoticeWay[];
  readonly sentAt?: Date;
  readonly createdAt: Date;
}

/** What staff are told, with the mails and messages that carry it. */
export interface Notices {
  /** Keeps notices and puts what carries them into the outbox, one item a batch and way; what is known already stays as it is. */
  add(notices: readonly Notice[]): Promise<void>;
  /** What is in one batch, the oldest first. */
  ofBatch(batch: string): Promise<readonly Notice[]>;
  /** What one member was told lately, the latest first. */
  ofStaff(staff: string, limit: number): Promise<readonly Notice[]>;
  markTold(ids: readonly string[], way: NoticeWay, at: Date): Promise<void>;
}

export function noticeChoice(settings: NoticeSettings | undefined, topic: NoticeTopic): NoticeChoice {
  return settings?.choices[topic] ?? USUAL[topic];
}

const USUAL_WAYS: readonly NoticeWay[] = ["mail"];

export function noticeWays(settings: NoticeSettings | undefined, topic: NoticeTopic): readonly NoticeWay[] {
  return settings?.ways?.[topic] ?? USUAL_WAYS;
}

const DIGEST_TIME = "08:30";
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When a notice leaves: now, after the quiet hours, or with the next digest; those that leave together share the instant. */
export function noticeLeavesAt(choice: "atOnce" | "digest", settings: NoticeSettings | undefined, now: Date): Date {
  if (choice === "digest") return next(DIGEST_TIME, now);
  const quiet = settings?.quiet;
  return quiet && isWithin(quiet, now) ? next(quiet.to, now) : now;
}

function isWithin({ from, to }: QuietHours, now: Date): boolean {
  const [begin, end, at] = [todayAt(from, now), todayAt(to, now), now];
  return begin <= end ? at >= begin && at < end : at >= begin || at < end;
}

/** The next time the clock in Türkiye shows this. */
function next(time: string, now: Date): Date {
  const today = todayAt(time, now);
  return today > now ? today : new Date(today.getTime() + DAY_MS);
}

function todayAt(time: string, now: Date): Date {
  return new Date(`${turkishDay(now)}T${time}:00+03:00`);
}
