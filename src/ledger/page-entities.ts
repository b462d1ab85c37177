import type { Observation, ObservedEntity } from "../console/observation";
import type { EntityRow } from "./records";
import type { Register } from "./register";
import type { Resolved } from "./resolve";
import type { Sight } from "./sight";

/** Entities of a page as the register knows them: the console's own account, and one row for each observed entity. */
export interface PageEntities {
  readonly account: EntityRow | null;
  /** Beside {@link Observation.entities}, by index. */
  readonly rows: readonly EntityRow[];
  readonly owners: readonly (EntityRow | null)[];
}

export async function pageEntities(
  register: Register,
  observation: Observation,
  resolved: Resolved,
): Promise<PageEntities> {
  const { entities } = resolved;
  const account = await settleAccount(register, observation, resolved);

  const owners = entities.map(({ owner }) => owner ?? null);
  const listed = owners.filter((owner) => owner !== null);
  const settled = await register.settle(listed.map((owner) => sightOf(owner, null, account)));
  const ownerRows = owners.map((owner) => (owner === null ? null : (settled[listed.indexOf(owner)] ?? null)));

  const rows = await register.settle(
    entities.map((entity, at) =>
      account !== null && speaksOf(account, entity, observation)
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
async function settleAccount(
  register: Register,
  observation: Observation,
  { ownType, entities }: Resolved,
): Promise<EntityRow | null> {
  const card = isAboutOthers(observation) ? undefined : entities.find(({ type, owner }) => type === ownType && !owner);
  const named = observation.account ?? card;
  if (named === undefined) return null;
  const entity = { type: ownType, id: named.id, name: named.name };
  const [row = null] = await register.settle([{ entity, owner: null, account: null, own: true }]);
  return row;
}

/** Cards of the console's own kind that nothing sets apart from its account speak of it. */
function speaksOf(account: EntityRow, entity: ObservedEntity, observation: Observation): boolean {
  const agrees = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
  const ownKind = entity.type === account.type && entity.owner === undefined && !isAboutOthers(observation);
  return ownKind && agrees(account.id, entity.id) && agrees(account.name, entity.name);
}

const isAboutOthers = ({ page }: Observation): boolean => page === "talent_square" || page === "talent_detail";

/** Accounts and shops are known by name everywhere; other things, and cards without a name, within one console. */
function sightOf(entity: ObservedEntity, owner: EntityRow | null, account: EntityRow | null): Sight {
  const isHouse = entity.type === "account" || entity.type === "shop";
  const isNameless = entity.id === null && entity.name === null;
  return { entity, owner, account: isHouse && !isNameless ? null : account, own: isHouse && isNameless };
}
