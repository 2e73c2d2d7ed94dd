/** What the builders of a commune share. */
import type { Unit } from './fact-rows.js';
import { unitOf, type Role, type World } from './facts.js';

export const began = '2025-07-01';

/** The rows so far, and the ids of those to come. */
export interface Building {
  world: World;
  communeId: number;
  /** Stands before the codes and logins of the second commune, so that both are known by them. */
  prefix: string;
  /** Always the same ids, in no order that follows the rows'. */
  nextId: () => string;
  addPerson: (who: { login: string | null; name: string }) => string;
  unit: (code: string) => Unit;
}

export function begin(world: World, communeId: number): Building {
  let made = 0n;
  const prefix = communeId === 1 ? '' : `x${communeId}.`;
  const nextId = () => {
    made += 1n;
    const scrambled = (made * 0x5deece66dn) & 0xffffffffffffn;
    return `019a000${communeId}-0000-7000-8000-${scrambled.toString(16).padStart(12, '0')}`;
  };
  return {
    world,
    communeId,
    prefix,
    nextId,
    unit: (code) => unitOf(world, `${prefix}${code}`),
    addPerson({ login, name }) {
      const index = world.person.length;
      const id = nextId();
      world.person.push({
        id,
        communeId,
        fullName: name,
        phone: index % 7 === 6 ? null : `0912${String(345_600 + index)}`,
        birthYear: index % 3 === 2 ? null : 1955 + (index % 40),
        createdAt: `2025-0${7 + (index % 2)}-${String(1 + (index % 28)).padStart(2, '0')}T01:00:00.000Z`,
      });
      if (login !== null)
        world.account.push({
          id: nextId(),
          communeId,
          personId: id,
          login: `${prefix}${login}`,
          hasPassword: true,
          createdAt: `2025-07-${String(1 + (index % 28)).padStart(2, '0')}T02:00:00.000Z`,
          disabledAt: null,
          disabledReason: null,
        });
      return id;
    },
  };
}

interface Holding {
  personId: string;
  role: Role;
  at: string;
  validTo?: string;
}

export function hold(building: Building, { personId, role, at, validTo }: Holding): void {
  const { world, communeId } = building;
  world.position.push({
    id: building.nextId(),
    communeId,
    personId,
    orgUnitId: building.unit(at).id,
    role,
    validFrom: began,
    validTo: validTo ?? null,
  });
}
