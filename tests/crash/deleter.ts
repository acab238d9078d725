// The child of the deletion test: deletes the one story of a library, which is in the trash, and says when that was acknowledged.
import { writeSync } from 'node:fs';
import { openStore } from '../../main/store/open.ts';
import { story } from './sentences.ts';

const opened = await openStore(process.argv[2] as string);
if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`);
writeSync(1, 'OPEN\n');
const deleted = await opened.value.deleteStory(story.id);
if (!deleted.ok) throw new Error(deleted.code);
writeSync(1, 'GONE\n');
await opened.value.close();
writeSync(1, 'END\n');
