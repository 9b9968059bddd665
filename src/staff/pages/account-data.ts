import type { Notice, NoticeSettings } from "../../core/notices.ts";
import type { Session } from "../../core/staff-ports.ts";

/** Everything the page of one's own account shows. */
export interface AccountData {
  readonly sessions: readonly Session[];
  readonly noticeSettings?: NoticeSettings;
  /** What one was told lately, the latest first. */
  readonly notices: readonly Notice[];
  readonly failure?: "wrongCredentials" | "badRequest" | "halfQuiet";
  /** Recovery codes left, when the second step is on. */
  readonly recoveryLeft?: number;
  /** How the linked Teams account is called. */
  readonly teams?: string;
  /** Whether the bot can reach them there. */
  readonly isMet?: boolean;
  /** A code just made, to be typed to the bot. */
  readonly teamsCode?: string;
}
