import type { Activity } from "botbuilder";
import { z } from "zod";
import { AppError } from "../core/errors.ts";

/** Ids of channels and people; Teams' longest are some 200 characters. */
const id = z.string().min(1).max(1024);
const account = z.looseObject({ id, name: z.string().max(1024).nullish(), aadObjectId: z.string().max(128).nullish() });

/** What the bot relies on in an activity. Everything else passes unread. */
const INBOUND = z.looseObject({
  type: z.string().min(1).max(64),
  id: id.optional(),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(2048),
  conversation: z.looseObject({
    id,
    tenantId: z.string().max(128).nullish(),
    isGroup: z.boolean().nullish(),
    conversationType: z.string().max(64).nullish(),
  }),
  from: account,
  recipient: account,
  text: z.string().nullish(),
  textFormat: z.string().max(32).nullish(),
  locale: z.string().max(35).nullish(),
  deliveryMode: z.string().max(32).nullish(),
  replyToId: z.string().max(1024).nullish(),
  name: z.string().max(256).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  entities: z.array(z.looseObject({ type: z.string() })).nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string() })).nullish(),
});

/**
 * The activity in a request's body.
 * Throws `badRequest` naming each field that is wrong, in one sentence.
 */
export function readActivity(body: unknown): Activity {
  const parsed = INBOUND.safeParse(body);
  if (parsed.success) return parsed.data as unknown as Activity;
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".") || "(body)"))];
  throw new AppError("badRequest", `This is not a Bot Framework activity; wrong or missing: ${fields.join(", ")}.`, {
    fields,
  });
}
