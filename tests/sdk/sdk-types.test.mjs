// What the comparison of answers with an SDK's models finds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ice from './support/ims-sdk.mjs';
import { differences, membersOf } from './support/sdk-types.mjs';

const model = { Name: 'string', Total: 'integer', Ratio: 'number', Done: 'boolean', Any: 'map', List: { Item: [{ Id: 'string' }] } };
const found = (answer) => [...differences(answer, model)].map(({ path, problem }) => `${path}: ${problem}`);

for (const [what, answer, expected] of [
  ['nothing in an answer as the SDK has it', { Name: '', Total: 1, Ratio: 0.5, Done: false, Any: { a: 1 }, List: { Item: [{ Id: '1' }] } }, []],
  ['nothing in absent members', {}, []],
  ['a number for a string', { Name: 1 }, ['Name: number, not string']],
  ['text for a number', { Total: '1' }, ['Total: string, not integer']],
  ['a fraction for a whole number', { Total: 1.5 }, ['Total: number, not integer']],
  ['text for a boolean', { Done: 'true' }, ['Done: string, not boolean']],
  ['null', { Name: null }, ['Name: null, not string']],
  ['text for an object', { Any: '{}' }, ['Any: string, not map']],
  ['a list without its wrapper', { List: [{ Id: '1' }] }, ['List: a list, not object']],
  ['one item for a list', { List: { Item: { Id: '1' } } }, ['List.Item: object, not a list']],
  ['a member of an item that the SDK lacks', { List: { Item: [{ id: '1' }] } }, ['List.Item[].id: not in the SDK']],
]) {
  test(`finds ${what}`, () => assert.deepEqual(found(answer), expected));
}

test('reads the members of a generated model', () => {
  assert.deepEqual(membersOf(ice.GetCategoriesResponseBodySubCategories), {
    Category: [{ CateName: 'string', Type: 'string', CateId: 'number', Level: 'number', ParentId: 'number', SubTotal: 'number' }],
  });
});
