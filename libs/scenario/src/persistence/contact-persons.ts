import type { EntityManager } from 'typeorm';
import type { ContactPerson } from '../domain/scenario';
import { NO_CONTACT } from '../domain/scenario-content';

interface PersonRow {
  id: string;
  name: string | null;
  post: string | null;
  phone: string | null;
  email: string | null;
}

/** Contacts by person id. `account.person` is another lib's table, hence plain SQL. */
export async function readContacts(
  manager: EntityManager,
  ids: string[],
): Promise<Map<string, ContactPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<PersonRow[]>(
    'select id, name, post, phone, email from account.person where id = any($1) and erased_at is null',
    [ids],
  );
  return new Map(
    rows.map(({ id, name, post, phone, email }) => [
      id,
      { name: name ?? '', post: post ?? '', phone: phone ?? '', email: email ?? '' },
    ]),
  );
}

/** Writes the contact and answers its person id; an emptied contact leaves no personal data behind. */
export async function writeContact(
  manager: EntityManager,
  personId: string | null,
  contact: ContactPerson,
): Promise<string | null> {
  const empty = JSON.stringify(contact) === JSON.stringify(NO_CONTACT);
  const values = [contact.name, contact.post, contact.phone, contact.email].map((value) => value || null);
  if (personId) {
    // A person with an account of its own is somebody's sign-in name: never rewritten from here.
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `update account.person p set name = $2, post = $3, phone = $4, email = $5
       where p.id = $1 and not exists (select 1 from account.account a where a.person_id = p.id) returning p.id`,
      [personId, ...values],
    );
    if (rows.length > 0) return empty ? null : personId;
  }
  if (empty) return null;
  const [{ id }] = await manager.query<{ id: string }[]>(
    'insert into account.person (name, post, phone, email) values ($1, $2, $3, $4) returning id',
    values,
  );
  return id;
}
