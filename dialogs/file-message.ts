import { addWithReach } from "../src/tickets/add-with-reach.ts";
import { isConflict } from "./open-chat-ticket.ts";
import type { Turn } from "./turn.ts";

export interface MessageToFile {
  readonly ticket: string;
  readonly text: string;
  /** Whether a solved ticket is opened again by it. */
  readonly reopens: boolean;
  /** The writer's own address in it. */
  readonly email?: string | undefined;
}

/** Files what the person wrote in one of their own tickets, once however often the turn is worked out. */
export async function fileMessage(turn: Turn, { ticket, text, reopens, email }: MessageToFile): Promise<void> {
  const { person, office, key } = turn;
  await turn.assertCurrent();
  const author = { kind: "requester", ...(person.name && { name: person.name }) } as const;
  try {
    await addWithReach(office, {
      ticket,
      message: { channel: person.channel, from: author, text, contentKey: `chat:${key}` },
      actor: author,
      reopens,
      email,
    });
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
}
