import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import type { Request, Response, Server } from "restify";
import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import type { Tallies } from "../../core/ports.ts";
import type { Bot } from "../bot-context.ts";
import { type Transcripts, toWebMessage } from "./transcript.ts";
import { WebAdapter, webActivity } from "./web-adapter.ts";
import type { WebTokens } from "./web-token.ts";

export interface WebRoutesOptions {
  readonly bot: Bot;
  readonly tokens: WebTokens;
  readonly transcripts: Transcripts;
  readonly tallies: Tallies;
  readonly now: () => Date;
  /** Who is asking, for the limits: an address. */
  readonly clientOf: (request: Request) => string;
}

const MINUTE = 60_000;
/** A whole building may stand behind one address; a person types fewer than thirty messages a minute. */
const LIMITS = {
  conversations: { most: 300, per: 10 * MINUTE },
  messages: { most: 30, per: MINUTE },
  messagesOfAddress: { most: 600, per: MINUTE },
} as const;

const LONGEST_MESSAGE = 4_000;
const language = z.enum(["tr", "en"]).default("tr");
const OPEN = z.object({ language });
/** `id` is made by the page, once per message, so that a message sent again after a broken line is answered once. */
const SAY = z.object({ id: z.uuid(), text: z.string().trim().min(1).max(LONGEST_MESSAGE), language });
const ACT = z.object({
  verb: z.string().min(1).max(64),
  data: z.record(z.string(), z.unknown()).default({}),
  language,
});

const JSON_TYPE = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** The browser chat's own small API under `/api/webchat`. A bearer token opens one conversation and nothing else. */
export function mountWebRoutes(server: Server, options: WebRoutesOptions): void {
  const { bot, tokens, transcripts, tallies, now, clientOf } = options;
  const adapter = new WebAdapter();

  server.post("/api/webchat/conversations", async (request: Request, response: Response) => {
    const { language: spoken } = read(OPEN, request.body);
    await limit(`open:${clientOf(request)}`, LIMITS.conversations);
    const { token, conversation } = tokens.issue(now());
    const joined = { id: `web-${conversation}`, name: "" };
    const turn = await adapter.run(
      webActivity(conversation, spoken, { type: "conversationUpdate", id: randomUUID(), membersAdded: [joined] }),
      bot,
    );
    const messages = await transcripts.append(conversation, botMessages(turn.replies, "welcome"));
    answer(response, 201, { token, messages });
  });

  server.get("/api/webchat/messages", async (request: Request, response: Response) => {
    const conversation = conversationOf(request);
    const after = Number((request.query as { after?: string } | undefined)?.after ?? 0);
    if (!Number.isSafeInteger(after)) throw new AppError("badRequest", "`after` must be a whole number.");
    answer(response, 200, { messages: await transcripts.read(conversation, after) });
  });

  server.post("/api/webchat/messages", async (request: Request, response: Response) => {
    const conversation = conversationOf(request);
    const { id, text, language: spoken } = read(SAY, request.body);
    await limit(`say:${clientOf(request)}`, LIMITS.messagesOfAddress);
    await limit(`say:${conversation}`, LIMITS.messages);
    const turn = await adapter.run(webActivity(conversation, spoken, { type: "message", id, text }), bot);
    const said = { key: id, from: "user", text } as const;
    const messages = await transcripts.append(conversation, [said, ...botMessages(turn.replies, id)]);
    answer(response, 200, { messages });
  });

  server.post("/api/webchat/actions", async (request: Request, response: Response) => {
    const conversation = conversationOf(request);
    const { verb, data, language: spoken } = read(ACT, request.body);
    await limit(`say:${conversation}`, LIMITS.messages);
    const value = { action: { type: "Action.Execute", verb, data } };
    const { invokeResponse } = await adapter.run(
      webActivity(conversation, spoken, { type: "invoke", name: "adaptiveCard/action", id: randomUUID(), value }),
      bot,
    );
    answer(response, invokeResponse?.status ?? 501, invokeResponse?.body ?? {});
  });

  function conversationOf(request: Request): string {
    const token = request.headers.authorization?.match(/^Bearer (\S{20,200})$/)?.[1];
    const conversation = token && tokens.read(token, now());
    if (!conversation) throw new AppError("notSignedIn", "The chat's token is missing, forged or too old; start anew.");
    return conversation;
  }

  async function limit(key: string, { most, per }: { most: number; per: number }): Promise<void> {
    if ((await tallies.count(`web-chat:${key}`, per)) <= most) return;
    throw new AppError("tooManyRequests", "Too many messages at once; please wait a minute.", { seconds: per / 1000 });
  }
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join(".") || "(body)"))];
  throw new AppError("badRequest", `Wrong or missing: ${fields.join(", ")}.`, { fields });
}

function botMessages(replies: readonly Partial<Activity>[], cause: string) {
  return replies.map((reply, index) => toWebMessage(reply, `${cause}:${index}`));
}

function answer(response: Response, status: number, body: unknown): void {
  response.sendRaw(status, JSON.stringify(body), JSON_TYPE);
}
