/** How a view asks for what it shows: from the page's cache, else from its source. */
export { useQuery as useAsk } from "@tanstack/react-query";
