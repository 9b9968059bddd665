declare module "@nlpjs/basic" {
  interface Nlp {
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
  interface Dock {
    get(name: "nlp"): Nlp;
    getContainer(): { use(plugin: unknown): void };
  }
  export function dockStart(settings: unknown): Promise<Dock>;
}
declare module "@nlpjs/lang-tr" {
  export const LangTr: unknown;
}
