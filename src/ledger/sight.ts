import type { ObservedEntity } from "../console/observation";
import { fingerprint } from "./fingerprint";
import type { EntityRow } from "./records";

/** An entity on a page, and where it stands: whose goods it is, in whose console it was seen. */
export interface Sight {
  readonly entity: Omit<ObservedEntity, "owner">;
  readonly owner: EntityRow | null;
  readonly account: EntityRow | null;
  readonly own: boolean;
}

export function newRow(n: number, sight: Sight, namesakes: number, at: number): EntityRow {
  const { type, id, publishedAt } = sight.entity;
  const place = sight.owner?.key ?? sight.account?.key ?? null;
  const nameKey = (): string =>
    `#${fingerprint(JSON.stringify([place, calledBy(sight), publishedAt ?? null, namesakes]))}`;
  return {
    n,
    key: id === null ? `${type}:${nameKey()}` : `${type}:${id}${sight.owner === null ? "" : `@${sight.owner.key}`}`,
    aliases: [],
    type,
    id: null,
    name: null,
    names: [],
    ...(sight.owner === null ? {} : { owner: sight.owner.n }),
    account: null,
    own: false,
    link: null,
    publishedAt: null,
    firstSeen: at,
  };
}

/** A nameless entity other than the console's own is told apart by its address, if it shows one. */
const calledBy = ({ entity }: Sight): string => entity.name ?? entity.link ?? "";

/** Empty without an id. */
export const idAlias = ({ entity, owner }: Sight): readonly string[] =>
  entity.id === null ? [] : [`${entity.type}:${entity.id}@${owner?.n ?? 0}`];

export const nameAlias = (sight: Sight): string =>
  `${sight.entity.type}#${calledBy(sight)}@${sight.owner?.n ?? sight.account?.n ?? 0}`;

export function aliasesOf(sight: Sight): readonly string[] {
  const { id, name, link } = sight.entity;
  return name !== null || link !== undefined || id === null ? [...idAlias(sight), nameAlias(sight)] : idAlias(sight);
}
