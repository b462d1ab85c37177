/** The format of `npm run read` is fixed, and its metrics with it: it has no word for the audience of a talent. */
export const isOfFormat = ({ metric }: { readonly metric: string }): boolean => !metric.startsWith("audience_");
