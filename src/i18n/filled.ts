/** One message of `public/_locales`, put together as the browser does it, for pages that have no extension around them. */

export interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/** @param substitutions In the order of `$1`, `$2` … */
export function filled({ message, placeholders }: Message, substitutions: readonly string[]): string {
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = placeholders?.[name.toLowerCase()]?.content ?? "";
    return content.replace(/\$(\d)/g, (__, place: string) => substitutions[Number(place) - 1] ?? "");
  });
}
