import { expect, test } from 'vitest';
import { defaultStepOptions } from './defaults';
import { stepOptionsSchema } from './options';

test('are those of the schema', () => {
  expect(defaultStepOptions).toEqual(stepOptionsSchema.parse({}));
});
