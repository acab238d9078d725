// The child of the crash tests: opens the real store and appends sentence after sentence to one story, telling of each
// acknowledgement as soon as it has it, and of nothing else. Arguments: folder, number of sentences, checkpoint every.
import { writeSync } from 'node:fs';
import { openStore } from '../../main/store/open.ts';
import { sentenceChange, story } from './sentences.ts';

const [folder, count, every] = [process.argv[2] as string, Number(process.argv[3]), Number(process.argv[4])];
// A synchronous write: what the parent has read, had really been acknowledged.
const say = (line: string) => writeSync(1, `${line}\n`);

const opened = await openStore(folder);
if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`);
const store = opened.value;
if ((await store.listStories()).length === 0) await store.createStory(story, 'an');
const current = await store.openStory(story.id);
if (!current.ok) throw new Error(current.code);
let { seq } = current.value;
say(`OPEN ${seq}`);
for (let written = 0; written < count; written++) {
  const answer = await store.appendRecord(story.id, seq, sentenceChange(seq + 1), 'an');
  if (!answer.ok) say(`FAIL ${answer.code}`);
  else {
    seq = answer.value.seq;
    say(`ACK ${seq}`);
  }
  if (!answer.ok) break;
  if (seq % every === 0 && (await store.checkpoint(story.id)).ok) say(`COPY ${seq}`);
}
await store.close();
say('END');
