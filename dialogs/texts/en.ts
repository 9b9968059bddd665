import type { OfficeContact, Texts } from "./tr.ts";

/** Every sentence the bot says, in English. */
export const en: Texts = {
  sourceTitle: "Mobile Signature Information Note for the Field (Mobil İmza Bilgi Notu, Taşra)",
  source: (title) => `Source: ${title}`,

  welcomeTitle: "Mobile Signature Assistant",
  welcome:
    "Hello! I answer questions about the mobile signature (Mobil İmza): its fees, certificate, application and contacts, as the official information note says. When the note does not say, I tell you so and can open a support ticket.",
  welcomeQuestions: "For example, you can ask:",
  welcomeTeam:
    "Hello! Call me by name (@) here and write your mobile signature question; for personal matters and your tickets, write to me in a private chat. When staff of the e-signature office write “triage”, new tickets come into this channel as cards.",
  greeting: "Hello! What would you like to know about the mobile signature?",
  thanks: "You are welcome. Just write if you have another question.",
  goodbye: "Have a good day! I am here if you have another question.",
  aboutBot:
    "I am the mobile signature assistant: a program, not a person. I answer only from the official information note, and pass you on to the office when I do not know.",
  help: "Write your question about the mobile signature in your own words. Write “open a ticket” and a person will take it up; write “status of my ticket” to see your tickets.",
  nothingToCancel: "All right. Just write if you have another question.",
  writeQuestion: "Just write your question; I will tell you what I know about the mobile signature.",
  writeWords: "Could you write a few words so that I can go on? Write “cancel” if you changed your mind.",
  attachmentNotTaken: (contact, ticket) =>
    `I cannot take files, pictures, recordings or stickers here; if they are needed, please mail them to ${contact.mail}${named(ticket)}.`,
  nothingEnclosed: (contact, ticket) =>
    `You mention an attachment, but I cannot take files here; please mail it to ${contact.mail}${named(ticket)}.`,

  unknown: (contact) =>
    `The answer is not stated in the mobile signature information note, so I cannot say anything certain. ${reach(contact)}`,
  unknownClause: (clause) => `The information note does not say: “${clause}”.`,
  known: "What is known about this:",
  reach,
  readUpTo: (characters) =>
    `I could read only the first ${characters.toLocaleString("en-GB")} characters of your message; if your question comes later, please write it again briefly.`,
  clarify: "Which of these would you like to know?",
  chooseOne: "Which of these would you like to know? Its number will do:",
  tellingAll: "Here is all of it:",
  noneOfThese:
    "All right, none of these. Could you put your question in other words? I can also open a support ticket so that a person answers.",
  noNationalId:
    "There is no need to write your T.C. identity number; I cannot look anything up by it. If you have a ticket number (MI-… or TL-…), write that, or just write your question.",
  nothingToChoose:
    "There is no list to choose from right now. Could you write in a few words what you would like to know?",
  nothingMore: "This is all that the information note says about it:",
  clarifyUnknown: "Perhaps you mean one of these:",
  clarifyClause: (clause) => `Which of these do you mean by “${clause}”?`,

  openTicket: "Open a support ticket",
  cancel: "Cancel",
  myTickets: "Status of my tickets",

  offerPerson: (contact) =>
    `Of course. I can open a support ticket for you, with our conversation in it, and pass it to a person. You can also reach the e-İmza Şefliği directly: ${contact.phone}, ${contact.mail}; call centre: ${contact.callCentre}.`,
  askMatter: (contact) =>
    `I will open a support ticket and a person will take it up. What is it about? A sentence or two will do. If it is urgent, e-İmza Şefliği: ${contact.phone}, ${contact.mail}.`,
  askOtherMatter: (number) =>
    `Your ticket ${number} is open already. To open one on something else, write a sentence or two on what it is about; otherwise just write “cancel”.`,
  askMatterStill: "You can still write what your support ticket is about.",
  askMatterAgain: "To open the ticket I need a few words on what it is about. Write “cancel” if you changed your mind.",
  wantsPerson: "Wants to talk to a person",
  apology: (contact) =>
    `I am sorry for the trouble. I can open a support ticket right now so that a person takes it up. If you would rather not wait, reach the e-İmza Şefliği directly: ${contact.phone}, ${contact.mail}.`,
  offerToReach:
    "If you would like to be reached, I can open a support ticket with the contact details you wrote, and a person will take it up.",
  personComing: (number, contact) =>
    `Your ticket ${number} is with the staff; the answer will come into this chat. If you would rather not wait, reach the e-İmza Şefliği directly: ${contact.phone}, ${contact.mail}; call centre: ${contact.callCentre}.`,
  askReach:
    "So that we can reach you even when you close this page, you can write your e-mail address or phone number. It is optional; only the staff see it.",
  writeReach: "Just write your e-mail address or phone number.",
  noReach: "No need",
  reachKept: (shown, number) => `Thank you. I added your contact details (${shown}) to your ticket ${number}.`,
  answeredByMail: "The answer will come into this chat and to your e-mail address.",
  reachMistyped: {
    email:
      "This e-mail address looks incomplete or mistyped. Could you write it again, like “name.surname@icisleri.gov.tr”? If you would rather not, write “no need”.",
    phone:
      "I could not read this as a phone number. Could you write it again, like “0532 000 00 00”? If you would rather not, write “no need”.",
  },
  reachNotRead: (number) =>
    `I could not read this either, so I did not add it to the ticket. You can write your contact details any time as “${number}: …”.`,
  reachNotWanted: "All right. The answer will come into this chat; open the page again in the same browser to see it.",
  reachMessage: (text) => `Contact details: ${text}`,
  ticketOpened: (number) =>
    `Your support ticket is open. Its number: ${number}. The answer will come into this chat, and I will tell you of every change.`,
  talkIncluded: "I added our conversation to it.",
  addHint: (number) => `To add something, write “${number}: …”.`,
  ticketNotOpened: "All right, I did not open a ticket. Just write if you have another question.",
  answerBeside: "Choose the title below to see what I know about it.",
  offerStands: "All right. If you want me to open a support ticket, write “yes” or choose the button.",
  alreadyOpen: (number) =>
    `You already have an open ticket on this: ${number}. I did not open another; to add something, write “${number}: …”.`,
  conversationHeading: "Conversation",
  questionMark: "Question",
  answerMark: "Answer",

  statusNone: (contact) =>
    `I see no support ticket opened from this chat. If you have a number (MI-… or TL-…), write it and I will look up its status. Otherwise ask the e-İmza Şefliği: ${contact.phone}, ${contact.mail}.`,
  statusNoneInGroup: "I see no support ticket that you opened in this group.",
  askInPrivate:
    "I do not show your personal tickets where others read along; for those, write to me in a private chat.",
  statusNotYours: (number, contact) =>
    `I found no ticket of yours with the number ${number}. I can only show the status of tickets opened from this chat, and of those that staff linked with you. Please check the number, or ask the e-İmza Şefliği: ${contact.phone}, ${contact.mail}.`,
  statusOne: (number, subject, status, updated) =>
    `${number} – ${subject}. Status: ${status} (last change: ${updated}).`,
  statusMany: "Status of your tickets:",
  myTicketsTitle: "Your tickets",
  requestLine: (number, state) => `Request ${number}: ${state}`,
  refresh: "Refresh",
  ticketStatus: {
    new: "received, in the queue",
    open: "being worked on",
    pending: "answered, waiting for you",
    solved: "solved",
    closed: "closed",
  },
  requestState: {
    received: "received",
    underReview: "under review at the e-İmza office",
    sentToKamuSm: "passed on to Kamu SM",
    formSent: "Kamu SM has mailed the form",
    formSigned: "form signed with e-İmza",
    operatorFormsReceived: "operator forms are with the project lead",
    documentsReceived: "documents have reached the e-İmza Şefliği",
    active: "certificate in use",
    expired: "certificate has expired",
    invalidated: "certificate cannot be used",
    needsInfo: "waiting for information from you",
    rejected: "not accepted",
    cancelled: "cancelled",
  },

  addTo: (number) => `Add to ticket ${number}`,
  addShort: "Add information",
  askAddition: (number) => `What would you like to add to ticket ${number}? I will add the message you write.`,
  offerAddition: (number) =>
    `Shall I add this to your ticket ${number}? If it is about something else, I can open a new one.`,
  addYes: "Yes, add it",
  closeAsked: (number) =>
    `Tickets are closed by the staff: I added your wish to your ticket ${number}, and a member of staff will see it.`,
  added: (number) => `Added to your ticket ${number}. A member of staff will see it.`,
  addedAndReopened: (number) => `Added to your ticket ${number}, and the ticket is open again.`,
  continuedIn: (closed, number) =>
    `Ticket ${closed} had been closed; I opened a new one with what you wrote. Its number: ${number}.`,
  notAdded: "All right, I added nothing.",
  openPage: "Open the page",

  helpful: "Helpful",
  notHelpful: "Not helpful",
  thanksForHelpful: "Thank you, I am glad it helped.",
  sorryNotHelpful: (contact) =>
    `I am sorry that it did not help; your rating was passed on to the staff. If you write what is missing or wrong, I pass that on too. I can open a support ticket so that a person answers. To reach them directly: ${contact.phone}, ${contact.mail}.`,
  reasonKept: "I passed your explanation on to the staff together with your rating.",

  failed: (contact) =>
    `Because of a fault I cannot answer right now. Please write again in a while, or contact the e-İmza Şefliği: ${contact.phone}, ${contact.mail}.`,
  agentReplied: (number, agent) => `Answer to your ticket ${number} (${agent}):`,
  agentRepliedByMail: (number, agent) => `Answer to your ticket ${number} (${agent}); it is sent by e-mail too:`,
  someAgent: "e-İmza Şefliği",
  statusChanged: (number, status) => `Status of your ticket ${number}: ${status}.`,
  solvedHint: (number) => `If the problem goes on, just write “${number}: …”; the ticket opens again.`,
};

function named(ticket: string | undefined): string {
  return ticket ? ` with ${ticket} in the subject` : "";
}

function reach(contact: OfficeContact): string {
  return `You can ask the e-İmza Şefliği: ${contact.mail}, ${contact.phone}; call centre: ${contact.callCentre}. I can open a support ticket if you like.`;
}
