import { type QueryClient, type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { useContext } from "react";
import { sharedContext } from "../shared-context";

export const ClientContext = sharedContext<QueryClient>("query-client");

/** `useQuery` with the page's one client, which it finds from every chunk; views ask through it and never by `useQuery` itself. */
export function useAsk<T>(options: UseQueryOptions<T>) {
  const client = useContext(ClientContext);
  if (!client) throw new Error("useAsk outside of its provider");
  return useQuery(options, client);
}
