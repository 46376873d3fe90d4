/** What a page made by Newsprint offers to scripts, as `window.newsprint`. See scripting.md. */
interface Newsprint {
  /** Kept when the page is ready to be searched, broken with an `Error` that says why it never will be. */
  readonly ready: Promise<void>;

  /**
   * Searches the edition as the search box does; filters that the reader set do not matter. Changes nothing
   * on the page.
   */
  search(query: string, options?: NewsprintSearchOptions): Promise<NewsprintAnswer>;

  /** Every article, in the edition's order. */
  articles(): Promise<NewsprintArticle[]>;

  /** Every person, place, organisation and so on that the articles mention, sorted by id. */
  entities(): Promise<NewsprintEntity[]>;

  /**
   * Every mention counted: three numbers each, an article and an entity as indices into the two lists above, and how often
   * the one mentions the other.
   */
  mentions(): Promise<Uint32Array>;

  /**
   * Where the entities of one article stand, in reading order: two numbers a mention, a paragraph (from 1, counted through the
   * whole article; 0 for what is none, as the headline) and an entity's index.
   */
  paragraphs(article: number): Promise<Uint32Array>;

  /** The articles that the query and the filters leave, as indices; `newsprint:change` says when they are others. */
  shown(): Promise<Uint32Array>;

  /** Lines of text as the search folds them, each by itself: width, case, script and so on do not matter any more. */
  fold(lines: string): Promise<string>;

  /** Opens an article and brings it into view, as a click on its title does. Broken for an unknown id. */
  open(id: string): Promise<void>;
}

interface NewsprintSearchOptions {
  /** How many hits to list at most; all of them unless given. The counts are always of all. */
  limit?: number;
}

interface NewsprintAnswer {
  /** How many articles answer the query. */
  articles: number;
  /** How many places in them match. */
  places: number;
  /** Whether no article has all that was asked, and these have some of it: see `docs/search.md`, questions. */
  loose: boolean;
  /** The places, those of the best article first, within an article in reading order. */
  hits: NewsprintHit[];
}

interface NewsprintHit {
  /** The article's id. */
  article: string;
  /** Its headline, or its first words. */
  title: string;
  /** The section's number, from 0; null for a place outside the body, as in the headline. */
  section: number | null;
  /** The number of the paragraph, list, quote or table within its section, from 0; null for a subhead too. */
  paragraph: number | null;
  /** The text around the place, at most 80 characters, cut at a sentence or a clause. */
  excerpt: string;
}

interface NewsprintArticle {
  id: string;
  title: string;
  /** BCP 47, as in `zh-Hant`. */
  language: string;
  /** The rubric. */
  label: string | null;
  /** As printed, like `source` and `date`. */
  byline: string | null;
  source: string | null;
  date: string | null;
  /** `date` as ISO 8601, as far as it is known: `2026-05-20`, `2026-05`, `2026`. */
  day: string | null;
  /** The characters of the body, or its words where they are told apart by spaces. */
  length: number;
}

interface NewsprintEntity {
  id: string;
  /** `person`, `place`, `organisation`, `work`, `event`, `date`, `quantity`, or a kind of the author's. */
  kind: string;
  /** The kind as the page calls it, in its language. */
  kindName: string;
  name: string;
  /** A date as ISO 8601, a number with its unit; null where the kind has none. */
  value: string | null;
  /** Other names under which the articles speak of it. */
  aliases: string[];
  /** How many articles mention it. */
  articles: number;
  /** How often it is mentioned. */
  mentions: number;
}

interface WindowEventMap {
  /** What is read or shown has changed, and the address says so already. */
  "newsprint:change": Event;
}

interface Window {
  /** There once the viewer's script has begun to run, a moment before `ready` is kept. */
  newsprint?: Newsprint;
}
