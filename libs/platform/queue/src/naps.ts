/** Sleeps that can be cut short, and ended for good. */
export class Naps {
  private wakeUp: (() => void) | null = null;
  private woken = false;
  ended = false;

  /** A wake-up during work makes the next sleep short: no nudge is lost. */
  async sleep(ms: number): Promise<void> {
    if (this.ended) return;
    if (!this.woken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.woken = false;
    this.wakeUp = null;
  }

  /** A pause that nothing cuts short; a wake-up during it makes the next sleep short. */
  rest(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  wake(): void {
    this.woken = true;
    this.wakeUp?.();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }
}
