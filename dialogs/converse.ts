import type { TurnContext } from "botbuilder";
import {
  DialogContext,
  DialogSet,
  type DialogState,
  type DialogStateManagerConfiguration,
  DialogTurnStatus,
} from "botbuilder-dialogs";
import { findTicketNumbers } from "../src/core/ticket.ts";
import type { Intent } from "../src/understanding/types.ts";
import { AddToTicketDialog, type AddToTicketOptions } from "./add-to-ticket-dialog.ts";
import { AnswerDialog, type AnswerOptions } from "./answer-dialog.ts";
import { FeedbackDialog, type FeedbackOptions } from "./feedback-dialog.ts";
import { isAddition, isSuggestion } from "./match-reply.ts";
import { OfferPersonDialog } from "./offer-person-dialog.ts";
import { OpenTicketDialog } from "./open-ticket-dialog.ts";
import { isPassedOn } from "./pass-on.ts";
import { SmallTalkDialog, type SmallTalkOptions } from "./small-talk-dialog.ts";
import { StatusDialog } from "./status-dialog.ts";
import { attachTurn, type Turn } from "./turn.ts";

const DIALOGS = new DialogSet()
  .add(new AnswerDialog())
  .add(new SmallTalkDialog())
  .add(new OpenTicketDialog())
  .add(new OfferPersonDialog())
  .add(new AddToTicketDialog())
  .add(new StatusDialog())
  .add(new FeedbackDialog());

/** Which dialog is begun, and with what. */
interface Route {
  readonly dialog: string;
  readonly options?: AnswerOptions | SmallTalkOptions | AddToTicketOptions | FeedbackOptions;
}

/** The table: what a person wants → the dialog that answers. */
const BY_INTENT: Readonly<Record<Intent, Route>> = {
  question: { dialog: AnswerDialog.id },
  greeting: { dialog: SmallTalkDialog.id, options: { text: "greeting" } },
  thanks: { dialog: SmallTalkDialog.id, options: { text: "thanks" } },
  goodbye: { dialog: SmallTalkDialog.id, options: { text: "goodbye" } },
  aboutBot: { dialog: SmallTalkDialog.id, options: { text: "aboutBot" } },
  help: { dialog: SmallTalkDialog.id, options: { text: "help" } },
  yes: { dialog: SmallTalkDialog.id, options: { text: "help" } },
  no: { dialog: SmallTalkDialog.id, options: { text: "nothingToCancel" } },
  cancel: { dialog: SmallTalkDialog.id, options: { text: "nothingToCancel" } },
  status: { dialog: StatusDialog.id },
  person: { dialog: OfferPersonDialog.id },
  openTicket: { dialog: OpenTicketDialog.id },
};

/**
 * Lets the bot answer one message: an open dialog first, else the dialog the message calls for.
 * Changes `turn` (replies, questions, memory) and `dialogState`; sends and saves nothing itself.
 */
export async function converse(context: TurnContext, turn: Turn, dialogState: DialogState): Promise<void> {
  attachTurn(context, turn);
  const dialogContext = newDialogContext(context, dialogState);
  const { status, result } = await dialogContext.continueDialog();
  if (status === DialogTurnStatus.empty) return begin(dialogContext, routeOf(turn));
  if (!isPassedOn(result)) return;
  const route = routeOf(turn);
  const insteadOfTicket = result.insteadOfTicket && route.dialog === AnswerDialog.id;
  return begin(dialogContext, insteadOfTicket ? { ...route, options: { insteadOfTicket } } : route);
}

/** Where botbuilder-dialogs keeps, within one turn, the scopes and resolvers its memory is made of. */
const MEMORY_PARTS = "DialogStateManagerConfiguration";
let memoryParts: DialogStateManagerConfiguration | undefined;

/** The parts of the memory hold nothing themselves: made once, they serve every turn. */
function newDialogContext(context: TurnContext, dialogState: DialogState): DialogContext {
  if (memoryParts) context.turnState.set(MEMORY_PARTS, memoryParts);
  const dialogContext = new DialogContext(DIALOGS, context, dialogState);
  memoryParts ??= dialogContext.state.configuration;
  return dialogContext;
}

async function begin(dialogContext: DialogContext, { dialog, options }: Route): Promise<void> {
  await dialogContext.beginDialog(dialog, options);
}

function routeOf(turn: Turn): Route {
  if (turn.text === "") return { dialog: SmallTalkDialog.id, options: { text: "emptyMessage" } };
  return feedbackRoute(turn) ?? additionRoute(turn) ?? openingRoute(turn) ?? BY_INTENT[turn.understanding.intent];
}

function feedbackRoute({ text, memory }: Turn): Route | undefined {
  const question = memory.lastQuestion;
  if (!question) return undefined;
  if (isSuggestion(text, "helpful")) return { dialog: FeedbackDialog.id, options: { question, feedback: "helpful" } };
  if (isSuggestion(text, "notHelpful")) {
    return { dialog: FeedbackDialog.id, options: { question, feedback: "notHelpful" } };
  }
  return undefined;
}

function openingRoute({ text, memory, understanding }: Turn): Route | undefined {
  const isOpening = isSuggestion(text, "openTicket") || isSuggestion(text, "openTicketAnyway");
  const isTakenUp = understanding.intent === "yes" && memory.offersTicket;
  return isOpening || isTakenUp ? { dialog: OpenTicketDialog.id } : undefined;
}

/** "MI-2026-000001: ek bilgi" adds at once; "MI-2026-000001 numaralı talebe ekle" (our button) asks what to add. */
function additionRoute({ text }: Turn): Route | undefined {
  const [number] = findTicketNumbers(text);
  if (!number) return undefined;
  const added = text.match(/^\s*M[Iİiı][\s–-]*20\d\d[\s–-]*\d{1,6}\s*[:,]\s*(\S[\s\S]*)$/iu)?.[1];
  if (added) return { dialog: AddToTicketDialog.id, options: { number, text: added.trim() } };
  return isAddition(text, number) ? { dialog: AddToTicketDialog.id, options: { number } } : undefined;
}
