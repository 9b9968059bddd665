import type { Address } from "../reading/mail-in-hand.ts";
import type { Learned, Stage } from "./stage.ts";
import { isUnread } from "./unread-address.ts";

/** The person the ticket is for: whoever wrote the mail, by the address, never by the name shown beside it. */
export const knowSender: Stage = {
  name: "Gönderen",
  run({ mail: { from, replyTo, isSenderUnproven } }) {
    if (!from) return { note: "Gönderen bilinmiyor; kayıt sahipsiz açılır." };
    // A form on a web page writes from an address nobody reads, and names the person in Reply-To.
    const person = isUnread(from.address) ? replyTo.find(({ address }) => address && !isUnread(address)) : undefined;
    const told = person
      ? `Gönderen adres yanıtlanmıyor; talep sahibi Reply-To adresi: ${person.address}.`
      : answersElsewhere(from, replyTo);
    const { learned, note } = known(person ?? from, told);
    return { learned: { ...learned, ...(isSenderUnproven && { isUnproven: true }) }, ...(note && { note }) };
  },
};

/** Whoever forged the sender would have our answers come to himself; so they go to the sender, and people decide. */
function answersElsewhere(from: Address, replyTo: readonly Address[]): string | undefined {
  const other = replyTo.find(({ address }) => address && address !== from.address);
  return other && `Yanıtı başka bir adrese istiyor (Reply-To: ${other.address}); yanıtlar gönderene gider.`;
}

function known({ address, name }: Address, told: string | undefined): { learned: Learned; note?: string } {
  const isDisguised = name?.includes("@") && !name.includes(address);
  const disguise = isDisguised ? `Görünen ad başka bir adres ("${name}"); gerçek adres ${address}.` : undefined;
  const requester = { ...(address && { email: address }), ...(name && !isDisguised && { name }) };
  const note = [disguise, told].filter(Boolean).join(" ");
  return { learned: { requester }, ...(note && { note }) };
}
