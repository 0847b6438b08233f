// A request that is wanted again and again: one at a time, with a rest after each, and of those that wait only the last.

/**
 * @template Wanted, Answer
 * @param {object} options
 * @param {(wanted: Wanted) => Promise<Answer>} options.ask
 * @param {(wanted: Wanted, answer: Answer) => void} options.answered
 * @param {(wanted: Wanted, error: Error) => void} options.failed
 * @param {number} options.restMs from one request to the next, at the least
 */
export function createPacedRequest({ ask, answered, failed, restMs }) {
  /** @type {Wanted | undefined} */
  let next;
  let isUnderWay = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let rest;

  const go = async () => {
    if (next === undefined || isUnderWay || rest !== undefined) {
      return;
    }
    const wanted = next;
    next = undefined;
    isUnderWay = true;
    rest = setTimeout(() => {
      rest = undefined;
      void go();
    }, restMs);
    await ask(wanted).then(
      (answer) => answered(wanted, answer),
      (error) => failed(wanted, error),
    );
    isUnderWay = false;
    void go();
  };

  return {
    /** @param {Wanted} wanted */
    want(wanted) {
      next = wanted;
      void go();
    },
    /** A person waits for it: without the rest. @param {Wanted} wanted */
    wantNow(wanted) {
      clearTimeout(rest);
      rest = undefined;
      this.want(wanted);
    },
    /** What waits is not wanted any more. */
    forget() {
      next = undefined;
    },
  };
}
