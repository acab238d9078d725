/** A question that runs. `end` gives its outcome; `allow` ends it by stopping the worker, unless it is called or ended before that many milliseconds. */
export type Running<Outcome> = { end(outcome: Outcome): void; allow(ms: number, otherwise: Outcome): void };

export type WorkerLine<Question, Answer, Outcome> = {
  /** Asks. `begun` is called at once, `hear` at every answer to this question. */
  ask(
    question: Question,
    hear: (answer: Answer, running: Running<Outcome>) => void,
    begun?: (running: Running<Outcome>) => void,
  ): Promise<Outcome>;
  stop(): void;
};

/** Work in a worker that one must be able to stop, one question at a time: a later question stops the one that runs. */
export function createWorkerLine<Question extends object, Answer extends { id: number }, Outcome>(
  start: () => Worker,
  overtaken: Outcome,
): WorkerLine<Question, Answer, Outcome> {
  let worker: Worker | null = null;
  let running: Running<Outcome> | null = null;
  let id = 0;
  const kill = () => {
    worker?.terminate();
    worker = null;
  };
  const overtake = () => {
    if (!running) return;
    kill();
    running.end(overtaken);
  };
  return {
    ask(question, hear, begun) {
      overtake();
      worker ??= start();
      const asked = worker;
      const own = ++id;
      return new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const one: Running<Outcome> = {
          end(outcome) {
            clearTimeout(timer);
            asked.removeEventListener('message', listen);
            running = null;
            resolve(outcome);
          },
          allow(ms, otherwise) {
            clearTimeout(timer);
            timer = setTimeout(() => {
              kill();
              one.end(otherwise);
            }, ms);
          },
        };
        const listen = ({ data }: MessageEvent<Answer>) => {
          if (data.id === own) hear(data, one);
        };
        running = one;
        begun?.(one);
        asked.addEventListener('message', listen);
        asked.postMessage({ id: own, ...question });
      });
    },
    stop() {
      overtake();
      kill();
    },
  };
}
