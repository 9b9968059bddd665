import type { Address } from "../reading/mail-in-hand.ts";
import type { Stage, StageResult } from "./stage.ts";
import { isUnread } from "./unread-address.ts";

/** The person the ticket is for: whoever wrote the mail, by the address, never by the name shown beside it. */
export const knowSender: Stage = {
  name: "Gönderen",
  run({ mail: { from, replyTo } }) {
    if (!from) return { note: "Gönderen bilinmiyor; kayıt sahipsiz açılır." };
    // A form on a web page writes from an address nobody reads, and names the person in Reply-To.
    const person = isUnread(from.address) ? replyTo.find(({ address }) => address && !isUnread(address)) : undefined;
    if (!person) return known(from);
    return { ...known(person), note: `Gönderen adres yanıtlanmıyor; talep sahibi Reply-To adresi: ${person.address}.` };
  },
};

function known({ address, name }: Address): StageResult {
  const isDisguised = name?.includes("@") && !name.includes(address);
  if (isDisguised) {
    return {
      learned: { requester: { email: address } },
      note: `Görünen ad başka bir adres ("${name}"); gerçek adres ${address}.`,
    };
  }
  return { learned: { requester: { ...(address && { email: address }), ...(name && { name }) } } };
}
