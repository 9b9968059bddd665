import type { DialogContext } from "botbuilder-dialogs";

/** Keeps what an open dialog needs when the person goes on. */
export function keepWaiting<Waiting extends object>(dialogContext: DialogContext, waiting: Waiting): void {
  Object.assign(dialogContext.activeDialog?.state as object, waiting);
}

/** What the dialog kept. To be called by the dialog itself while it is open. */
export function keptWaiting<Waiting extends object>(dialogContext: DialogContext): Waiting {
  const { activeDialog } = dialogContext;
  if (!activeDialog) throw new Error("No dialog is open.");
  return activeDialog.state as Waiting;
}
