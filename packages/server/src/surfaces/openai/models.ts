/** The model object of the OpenAI API. */
export const openAiModel = ({ id, created }: { readonly id: string; readonly created: number }): object => ({
  id,
  object: 'model',
  created,
  owned_by: 'plantain',
})
