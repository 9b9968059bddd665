import type { Bilingual } from "./knowledge.ts";

/** What is wrong, as it is told where nobody knows the reader's language: in both at once. */
export const inBoth = ({ tr, en }: Bilingual): string => `${tr} / ${en}`;

/** One slip of an editor, where it stands. */
export interface KnowledgeFault {
  readonly file: string;
  /** 1 for the first line. */
  readonly line: number;
  readonly message: string;
}

/** All slips of all files at once. */
export class KnowledgeFaultsError extends Error {
  override readonly name = "KnowledgeFaultsError";
  readonly faults: readonly KnowledgeFault[];

  constructor(faults: readonly KnowledgeFault[]) {
    const lines = faults.map(({ file, line, message }) => `  ${file}:${line} ${message}`);
    super(
      `Bilgi tabanında ${faults.length} hata var / the knowledge has ${faults.length} fault(s):\n${lines.join("\n")}`,
    );
    this.faults = faults;
  }
}
