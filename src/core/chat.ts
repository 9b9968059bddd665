/** One answered turn, kept for feedback, gaps and the console's "why did the bot say this?". */
export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  readonly outcome: "answer" | "clarify" | "unknown" | "smalltalk" | "status" | "handoff";
  readonly entries: readonly string[];
  readonly confidence: number;
  readonly language: string;
  readonly conversation: string;
  readonly channel: string;
  readonly knowledgeVersion: string;
  readonly why: readonly { readonly step: string; readonly detail: string }[];
  readonly feedback?: "helpful" | "notHelpful";
  readonly feedbackText?: string;
  readonly askedAt: Date;
}
