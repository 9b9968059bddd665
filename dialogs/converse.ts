import type { TurnContext } from "botbuilder";
import {
  DialogContext,
  DialogSet,
  type DialogState,
  type DialogStateManagerConfiguration,
  DialogTurnStatus,
} from "botbuilder-dialogs";
import { AddToTicketDialog } from "./add-to-ticket-dialog.ts";
import { AnswerDialog } from "./answer-dialog.ts";
import { ChooseDialog } from "./choose-dialog.ts";
import { FeedbackDialog } from "./feedback-dialog.ts";
import { tellOfFiles } from "./files.ts";
import { OfferPersonDialog } from "./offer-person-dialog.ts";
import { OpenTicketDialog } from "./open-ticket-dialog.ts";
import { isPassedOn } from "./pass-on.ts";
import { ReachDialog } from "./reach-dialog.ts";
import { moodRoute, type Route, routeOf } from "./routes.ts";
import { SmallTalkDialog } from "./small-talk-dialog.ts";
import { StatusDialog } from "./status-dialog.ts";
import { addToReply, attachTurn, suggestBeside, type Turn } from "./turn.ts";
import { askForWords, hasWords } from "./wordless.ts";

const DIALOGS = new DialogSet()
  .add(new AnswerDialog())
  .add(new ChooseDialog())
  .add(new SmallTalkDialog())
  .add(new OpenTicketDialog())
  .add(new OfferPersonDialog())
  .add(new AddToTicketDialog())
  .add(new StatusDialog())
  .add(new ReachDialog())
  .add(new FeedbackDialog());

/**
 * Lets the bot answer one message: an open dialog first, else the dialog the message calls for.
 * Changes `turn` (replies, questions, memory) and `dialogState`; sends and saves nothing itself.
 */
export async function converse(context: TurnContext, turn: Turn, dialogState: DialogState): Promise<void> {
  attachTurn(context, turn);
  const dialogContext = newDialogContext(context, dialogState);
  if (!hasWords(turn.text)) return answerSigns(dialogContext, turn);
  await answer(dialogContext, turn);
  tellOfFiles(turn);
}

/** Signs are answered for what they mean after an answer; a dialog that waits for words goes on waiting. */
async function answerSigns(dialogContext: DialogContext, turn: Turn): Promise<void> {
  const isDialogOpen = dialogContext.activeDialog !== undefined;
  const route = isDialogOpen || turn.hasAttachment ? undefined : moodRoute(turn);
  return route ? begin(dialogContext, route) : askForWords(turn, isDialogOpen);
}

async function answer(dialogContext: DialogContext, turn: Turn): Promise<void> {
  const { status, result } = await dialogContext.continueDialog();
  if (status !== DialogTurnStatus.empty && !isPassedOn(result)) return;
  await begin(dialogContext, routeOf(turn));
  if (!isPassedOn(result)) return;
  if (result.remark) addToReply(turn, result.remark);
  if (result.beside) suggestBeside(turn, result.beside);
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
