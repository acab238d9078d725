import { app } from 'electron';
import { giveUp, startDesk } from './shell/desk.ts';
import { guardContents } from './shell/guard.ts';
import { watchOpenedFiles } from './shell/pending.ts';
import { applyProfile } from './shell/profile.ts';
import { registerScheme } from './shell/protocol.ts';

// Before `ready`, and before anything is awaited: an ES module's first turn is the last moment for these.
applyProfile(process.argv);
registerScheme();
app.enableSandbox();
guardContents();
watchOpenedFiles();

// The first instance of a data folder gets the second one's arguments and comes forward.
if (app.requestSingleInstanceLock()) app.whenReady().then(startDesk).catch(giveUp);
else app.quit();
