import type { ExpectedMail } from "../development-mails.ts";
import { FILE_MAILS } from "./files.ts";
import { FORM_MAILS } from "./forms.ts";
import { PROSE_MAILS } from "./prose.ts";
import { REPLY_MAILS } from "./replies.ts";
import { TABLE_MAILS } from "./tables.ts";

export const OFFICE_MAILS: readonly ExpectedMail[] = [
  ...PROSE_MAILS,
  ...FORM_MAILS,
  ...TABLE_MAILS,
  ...FILE_MAILS,
  ...REPLY_MAILS,
];
