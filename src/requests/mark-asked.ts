import type { Office } from "../core/ports.ts";
import { assertRequestMove } from "../core/request.ts";
import { type Agent, actorOf, assertMay } from "./agent.ts";
import { loadRequest } from "./load-request.ts";
import { withState } from "./with-state.ts";

/** Notes that the sender was asked for what is missing: the entries wait (`needsInfo`) until a reply fills them. */
export async function markAsked(
  office: Office,
  input: { readonly numbers: readonly string[]; readonly by: Agent },
): Promise<void> {
  assertMay(input.by, "requests.write");
  const at = office.clock.now();
  await office.store.transact(async (transaction) => {
    for (const number of input.numbers) {
      const entry = await loadRequest(transaction, number);
      if (entry.state !== "needsInfo") {
        assertRequestMove(entry.state, "needsInfo", input.by.role);
        await transaction.updateRequest(withState(entry, { to: "needsInfo", by: input.by.name, at }));
      }
      const event = { type: "request.asked", at, actor: actorOf(input.by), request: number } as const;
      await transaction.append({ ...event, ticket: entry.ticket });
    }
  });
}
