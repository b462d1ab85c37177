import type { Observation, ObservedEntity } from "../console/observation";
import type { EntityRow } from "./records";
import type { Register } from "./register";
import type { Sight } from "./sight";

/** Entities of a page as the register knows them: the console's own account, and one row for each observed entity. */
export interface PageEntities {
  readonly account: EntityRow | null;
  /** Beside {@link Observation.entities}, by index. */
  readonly rows: readonly EntityRow[];
  readonly owners: readonly (EntityRow | null)[];
}

/** What a page or a table says of whom. */
export interface Told {
  /** Whose console or table it is, as it names itself. */
  readonly account: Observation["account"];
  /** Type of that account. */
  readonly ownType: "account" | "shop";
  /** It speaks of others: no card on it is the own account's. */
  readonly ofOthers: boolean;
  readonly entities: readonly ObservedEntity[];
}

export async function pageEntities(register: Register, told: Told): Promise<PageEntities> {
  const { entities } = told;
  const account = await settleAccount(register, told);

  const owners = entities.map(({ owner }) => owner ?? null);
  const listed = owners.filter((owner) => owner !== null);
  const settled = await register.settle(listed.map((owner) => sightOf(owner, null, account)));
  const ownerRows = owners.map((owner) => (owner === null ? null : (settled[listed.indexOf(owner)] ?? null)));

  const rows = await register.settle(
    entities.map((entity, at) =>
      account !== null && speaksOf(account, entity, told)
        ? {
            entity: { ...entity, id: account.id ?? entity.id, name: account.name },
            owner: null,
            account: null,
            own: true,
          }
        : sightOf(entity, ownerRows[at] ?? null, account),
    ),
  );
  return { account, rows, owners: ownerRows };
}

/** Whose console it is: as the page's head says, else as the page's own cards say. */
async function settleAccount(register: Register, told: Told): Promise<EntityRow | null> {
  const { ownType, ofOthers, entities } = told;
  const card = ofOthers ? undefined : entities.find(({ type, owner }) => type === ownType && !owner);
  const named = told.account ?? card;
  if (named === undefined) return null;
  const entity = { type: ownType, id: named.id, name: named.name };
  const [row = null] = await register.settle([{ entity, owner: null, account: null, own: true }]);
  return row;
}

/** Cards of the console's own kind that nothing sets apart from its account speak of it. */
function speaksOf(account: EntityRow, entity: ObservedEntity, { ofOthers }: Told): boolean {
  const agrees = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
  const ownKind = entity.type === account.type && entity.owner === undefined && !ofOthers;
  return ownKind && agrees(account.id, entity.id) && agrees(account.name, entity.name);
}

/** Accounts and shops are known by name everywhere; other things, and cards without a name, within one console. */
function sightOf(entity: ObservedEntity, owner: EntityRow | null, account: EntityRow | null): Sight {
  const isHouse = entity.type === "account" || entity.type === "shop";
  const isNameless = entity.id === null && entity.name === null;
  return { entity, owner, account: isHouse && !isNameless ? null : account, own: isHouse && isNameless };
}
