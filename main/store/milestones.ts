import type { Approval } from '../../story/model.ts';
import type { Database } from './database.ts';
import { listReceipts } from './receipts.ts';
import { readRecordsWith } from './records.ts';
import { Tails } from './tails.ts';

/** An approval that a record gave, and the number of that record. */
export type ApprovalAt = { seq: number; approval: Approval };
/** A receipt's destination and instant, and the number of the version that was published. */
export type PublicationAt = { seq: number; destination: string; at: string };

/** As it stands in a record's JSON; in a text its quotation marks would be escaped. */
const APPROVAL = '"approval":{';

/** The approvals of a story, oldest first. */
export class Approvals {
  readonly #tails = new Tails<readonly ApprovalAt[]>(
    () => [],
    (db, id, known, after, upTo) => [
      ...known,
      ...readRecordsWith(db, id, APPROVAL, after, upTo).flatMap((record) =>
        record.problem === null && record.change.approval
          ? [{ seq: record.seq, approval: record.change.approval }]
          : [],
      ),
    ],
  );

  of(db: Database, id: string): readonly ApprovalAt[] {
    return this.#tails.of(db, id);
  }
}

/** The versions of a story that went out, by their receipts, oldest first. What was frozen before numbers were kept has none. */
export function publicationsOf(db: Database, id: string): PublicationAt[] {
  const seqs = new Map(frozenSeqs(db, id).map(({ publication, seq }) => [publication, seq]));
  return listReceipts(db, id)
    .reverse()
    .flatMap(({ publicationId, destinationName, at }) => {
      const seq = seqs.get(publicationId);
      return seq === undefined ? [] : [{ seq, destination: destinationName, at }];
    });
}

/** The numbers of the versions that a publication froze, gone out or not. */
export function frozenSeqs(db: Database, id: string): { publication: string; seq: number }[] {
  const rows = db.all(
    `SELECT id, CASE WHEN json_valid(data) THEN json_extract(data, '$.seq') END AS seq FROM publications
     WHERE story_id = ?`,
    id,
  );
  return rows.flatMap((row) => (typeof row.seq === 'number' ? [{ publication: String(row.id), seq: row.seq }] : []));
}
