import { type LiveKnowledge, openLiveKnowledge } from "../../src/live-knowledge.ts";
import { quietLog } from "../mail/support/quiet-log.ts";
import { type Desk, withDesk } from "../staff/desk.ts";
import { withFolder } from "./desk-support.ts";

/** The console on live knowledge: what is published in it, it answers from. */
export function withLiveDesk(): { readonly desk: Desk; readonly folder: string; readonly live: () => LiveKnowledge } {
  const folder = withFolder();
  const opened: { live?: LiveKnowledge } = {};
  const live = () => {
    if (!opened.live) throw new Error("The knowledge opens in beforeAll; use it inside tests.");
    return opened.live;
  };
  const desk = withDesk(
    {
      understander: () => live().understander(),
      categories: () => live().categories(),
      knowledge: {
        get office() {
          return live().desk.office;
        },
        get around() {
          return live().desk.around;
        },
        understander: () => live().understander(),
        build: (entries, day) => live().desk.build(entries, day),
        refresh: () => live().desk.refresh(),
      },
    },
    () => new Date(),
  );
  beforeAll(async () => {
    opened.live = await openLiveKnowledge({ folder, office: desk.office, log: quietLog });
  });
  return { desk, folder, live };
}
