// The child of the test that kills: makes stories, searches so that the index is written, and then only waits.
// Arguments: folder, number of stories before and after the search.
import { writeSync } from 'node:fs';
import { openStore } from '../../../main/store/open.ts';
import { makeStory } from '../../bench/prose.ts';
import { EVERYTHING } from './everything.ts';

const [folder, before, after] = [process.argv[2] as string, Number(process.argv[3]), Number(process.argv[4])];
const opened = await openStore(folder);
if (!opened.ok) throw new Error(opened.code);
const store = opened.value;
for (let index = 0; index < before; index++) await store.createStory(makeStory(5, index), 'an');
await store.findStories({ ...EVERYTHING, text: 'tỉnh' });
for (let index = before; index < before + after; index++) await store.createStory(makeStory(5, index), 'an');
writeSync(1, 'READY\n');
setInterval(() => {}, 1000);
