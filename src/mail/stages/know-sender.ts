import { PASS, type Stage } from "./stage.ts";

/** The person the ticket is for: whoever wrote the mail, by the address, never by the name shown beside it. */
export const knowSender: Stage = {
  name: "Gönderen",
  run({ mail: { from } }) {
    if (!from) return { note: "Gönderen bilinmiyor; kayıt sahipsiz açılır." };
    const requester = { ...(from.address && { email: from.address }), ...(from.name && { name: from.name }) };
    const isDisguised = from.name?.includes("@") && !from.name.includes(from.address);
    if (!isDisguised) return { ...PASS, learned: { requester } };
    return {
      learned: { requester: { email: from.address } },
      note: `Görünen ad başka bir adres ("${from.name}"); gerçek adres ${from.address}.`,
    };
  },
};
