import { TurnContext } from "botbuilder";
import type { Language } from "../../core/knowledge.ts";
import type { Office } from "../../core/ports.ts";
import { isSameText } from "../../language/fold.ts";
import { messageText } from "../message-text.ts";
import { conversationKey, isAlone } from "../person-of.ts";
import { staffOf } from "./staff-of.ts";
import type { TriageChannels } from "./triage-channels.ts";
import { TRIAGE_TEXTS } from "./triage-texts.ts";

type Command = { readonly language: Language; readonly starts: boolean };

/** The triage command in a team's channel ("@Mobil İmza triyaj"), in either language; nothing for any other message. */
export function triageCommand(context: TurnContext): Command | undefined {
  if (isAlone(context.activity)) return undefined;
  const text = messageText(context.activity);
  for (const language of ["tr", "en"] as const) {
    const { command, stop } = TRIAGE_TEXTS[language];
    if (isSameText(text, command)) return { language, starts: true };
    if (isSameText(text, stop)) return { language, starts: false };
  }
  return undefined;
}

/** Makes the channel a triage channel, or one no more. Only staff may. */
export async function obeyTriageCommand(
  office: Office,
  channels: TriageChannels,
  context: TurnContext,
  { language, starts }: Command,
): Promise<void> {
  const texts = TRIAGE_TEXTS[language];
  if (!(await staffOf(context, office.store.staff))) {
    await context.sendActivity(texts.notStaff);
    return;
  }
  const { activityId: _activityId, ...reference } = TurnContext.getConversationReference(context.activity);
  const id = conversationKey(context.activity);
  await (starts ? channels.add({ id, reference: atTop(reference), language }) : channels.remove(id));
  await context.sendActivity(starts ? texts.started : texts.stopped);
}

/** The channel itself, not the thread the command was written in: each card begins a thread of its own. */
function atTop(reference: ReturnType<typeof TurnContext.getConversationReference>) {
  const { conversation } = reference;
  if (!conversation) return reference;
  return { ...reference, conversation: { ...conversation, id: conversation.id.split(";")[0] ?? conversation.id } };
}
