/** What the demo prints: chapters, and a line for each step. */
export class Transcript {
  #step = 0;

  /** @param {string} text */
  title(text) {
    console.log(`\n${text}`);
  }

  /** @param {string} text */
  chapter(text) {
    this.#step = 0;
    console.log(`\n== ${text}`);
  }

  /**
   * @param {string} who
   * @param {string} did
   * @param {string} [outcome]
   */
  step(who, did, outcome) {
    this.#step += 1;
    console.log(`  ${String(this.#step).padStart(2)}. ${who} ${did}${outcome ? ` → ${outcome}` : ''}`);
  }

  /** @param {unknown} error */
  failed(error) {
    console.error(`\nIt stopped here: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @param {{ paise: number }} amount */
export const rupees = ({ paise }) =>
  new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' }).format(paise / 100);
