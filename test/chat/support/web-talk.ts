import { randomUUID } from "node:crypto";
import type { ChatHouse } from "./chat-house.ts";

/** A message as the browser sees it. */
export interface Seen {
  readonly sequence: number;
  readonly from: string;
  readonly text: string;
  readonly outcome?: string;
  readonly suggestions?: readonly { readonly value: string }[];
  readonly cards?: readonly { readonly actions?: readonly { readonly verb?: string }[] }[];
}

/** The browser chat's small API of a house. */
export function webTalk(house: Pick<ChatHouse, "url">) {
  const call = (path: string, token?: string, body?: unknown) =>
    fetch(`${house.url}/api/webchat/${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const open = async (language = "tr") =>
    (await (await call("conversations", undefined, { language })).json()) as { token: string; messages: Seen[] };
  const say = async (token: string, text: string, id: string = randomUUID()) => {
    const response = await call("messages", token, { id, text });
    return ((await response.json()) as { messages: Seen[] }).messages;
  };
  /** A talk of a new visitor: what they say, and what the bot answers. */
  const visitor = async (language?: string) => {
    const { token } = await open(language);
    return async (text: string) => {
      const answer = (await say(token, text)).at(-1);
      return { text: answer?.text ?? "", choices: answer?.suggestions?.map(({ value }) => value) ?? [] };
    };
  };
  return { call, open, say, visitor };
}
