import type { FormSchema } from '#/ui/form-validation.ts'

/** Loads the validation with the first submit, so that the page of a form comes without it. */
export const lazySchema = <Output>(
  load: () => Promise<FormSchema<Output>>,
): FormSchema<Output> => ({
  '~standard': { validate: async (value) => (await load())['~standard'].validate(value) },
})
