/** A doorbell: ringing it ends the wait, or the next one when nobody is waiting. Ringing twice is as good as once. */
export interface WakeUp {
  ring(): void;
  /** Resolves when the bell was rung or `ms` have passed. */
  wait(ms: number): Promise<void>;
}

/** A new doorbell for one waiting loop. */
export function createWakeUp(): WakeUp {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = undefined;
      }
      rung = false;
    },
  };
}
