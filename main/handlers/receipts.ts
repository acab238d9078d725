import path from 'node:path';
import { feesOf } from '../../story/receipts/fees.ts';
import { giveFile } from '../files.ts';
import type { Handlers } from '../ipc.ts';
import { allReceipts } from '../receipts/all.ts';
import { storiesPaidFor } from '../receipts/fees.ts';
import { feeTable, receiptTable } from '../receipts/tables.ts';
import { fail, ok, type Services } from './services.ts';

const EXTENSION = '.csv';
type Needs = Pick<Services, 'store' | 'dialogs' | 'texts' | 'prefs' | 'shell'>;

export function receiptHandlers({
  store,
  dialogs,
  texts,
  prefs,
  shell,
}: Needs): Pick<Handlers, 'receipt.find' | 'receipt.export' | 'receipt.fees'> {
  const suggested = (key: string): string => path.join(shell.documents, `${texts(key)}${EXTENSION}`);
  return {
    'receipt.find': async (find) => ok(await store.findReceipts(find)),
    'receipt.export': async (find) => {
      const file = await dialogs.saveTable(suggested('receipts.fileName'));
      if (!file) return fail('cancelled');
      const rows = await allReceipts(store, find);
      const given = await giveFile(file, EXTENSION, receiptTable(rows, texts, prefs.get().timeZone));
      return given.ok ? ok({ ...given.value, count: rows.length }) : given;
    },
    'receipt.fees': async (period) => {
      const file = await dialogs.saveTable(suggested('receipts.feesFileName'));
      if (!file) return fail('cancelled');
      // What is paid for in a period also depends on what went out before it.
      const everything = { text: '', destinations: [], statuses: [], differing: false, from: null };
      const stories = storiesPaidFor(await allReceipts(store, { ...everything, before: period.before }), period);
      const given = await giveFile(file, EXTENSION, feeTable(feesOf(stories), texts));
      return given.ok ? ok({ ...given.value, stories: stories.length }) : given;
    },
  };
}
