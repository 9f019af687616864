/**
 * What the API takes and answers, as types. Generated from openapi/openapi.json: do not edit, run `npm run openapi`.
 */

export interface paths {
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description In the text format of Prometheus. Where reading needs a key, this does, too.
         */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search documents
         * @description Finds the documents that have the words of `q`, best first, with their best passages. A document matches if it has every word of up to three, or most of the weight of a longer query; where too few documents of its language do, less is enough, and the answer says so. This is decided by the query alone, so that filters only narrow and a facet counts what choosing it gives. Totals and facet counts are exact and count documents.
         */
        get: operations["search"];
        put?: never;
        /**
         * Search documents, with a body
         * @description The same as `GET /v1/search`, with its parameters as a JSON object: lists are arrays, and values may have commas. Links of the answer are addresses for GET.
         */
        post: operations["searchByPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/multi-search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Several searches in one request
         * @description Up to 20 searches, each as the body of `POST /v1/search`. Each has an outcome of its own, in the order of the request: an answer, or the problem that it would have had by itself. One that fails keeps none of the others. Several run side by side, and all together take no longer, and count no more, than one request.
         */
        post: operations["multiSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find values of a facet
         * @description For lists that are too long to be shown whole: the values of a facet that have a text, with the counts that they have beside a search with the same words and filters. As there, the filter of the facet itself is left out.
         */
        get: operations["searchFacet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest how a query goes on
         * @description Finishes the last word of what has been typed with words as documents write them, and names topics, acts and titles with such a word, in both languages, the translation of a word beside it. Nothing is suggested that would find nothing: behind other words only those that go with them. Meant to be asked with every letter.
         */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find documents about the same
         * @description Documents that share the rarest words of a document, in any form and in both languages, ranked as a search ranks; each says which words it shares. Its translations and near copies come first and are marked as such. No model takes part: what connects two documents are words that can be shown.
         */
        get: operations["getRelated"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all matches
         * @description Every document that a search with the same parameters finds, in the order of their ids, as a stream of any length. Documents that are there from the beginning to the end are exported once, whatever comes, changes or goes meanwhile. If the connection ends before the answer does, it is not complete: ask again.
         */
        get: operations["exportDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search for many things at once
         * @description Up to 1000 queries, as JSON or as a table (CSV) whose first line names parameters of a search (`q`, `id`, `lang`, `topic` …), or that is a plain list of queries. The answer is a stream with a line for each, in their order, as soon as it is known. What is wrong with one query is told in its line and stops no other. With `since` only what is new is listed.
         */
        post: operations["batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what is known of a word
         * @description What the index has of some words, read as words of each language: their forms, how many documents and passages have them, and what a search looks for besides, with its weight, its origin and the evidence for it.
         */
        get: operations["getTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what there is
         * @description Numbers of documents, passages and words; documents by language, place, publisher and date; how many have a translation; and the number of the last change, which grows whenever something changes.
         */
        get: operations["getStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stats/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count documents by topic, period and language
         * @description The documents that a search with the same parameters finds, by topic, language and month or year: what is written about, when, and in which language.
         */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what exists in one language only
         * @description Of the documents that a search with the same parameters finds: how many of each language have no translation here, and which; topic by topic how many each language has, which reported first, and the months in which only one has any. A document counts in each of its topics; one without a known month in none.
         */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Save the original file
         * @description The file that the document was read from, as it is now, to be saved. There is none for documents that were sent over REST (404) and for those that stand inside another file, such as an archive or a table (404); one that is no longer in its folder is gone (410).
         */
        get: operations["getFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a document
         * @description A document with its text, passage by passage. Long documents come in pages. With `q` all that a search for it marks is marked, in both languages, and the first page says how many matches there are in the whole document. The header ETag has its revision: If-None-Match with it is answered 304 as long as the document is the same. With `q` there is none, since what is marked changes with other documents, too.
         */
        get: operations["getDocument"];
        /**
         * Put a document
         * @description Adds a document under this id, or replaces the one that is there. Send it in JSON, with what is known about it, or as a file with its media type: text/plain, text/markdown, text/x-markdown, text/x-rst, text/prs.fallenstein.rst, text/asciidoc, text/x-asciidoc, text/troff, application/x-troff-man, text/x-troff, text/html, application/xhtml+xml, application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/vnd.openxmlformats-officedocument.wordprocessingml.template, application/vnd.ms-word.document.macroenabled.12, application/vnd.openxmlformats-officedocument.presentationml.presentation, application/vnd.openxmlformats-officedocument.presentationml.slideshow, application/vnd.openxmlformats-officedocument.presentationml.template, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/vnd.openxmlformats-officedocument.spreadsheetml.template, application/vnd.ms-excel.sheet.macroenabled.12, application/vnd.oasis.opendocument.text, application/vnd.oasis.opendocument.text-template, application/vnd.oasis.opendocument.text-flat-xml, application/vnd.oasis.opendocument.presentation, application/vnd.oasis.opendocument.presentation-template, application/vnd.oasis.opendocument.presentation-flat-xml, application/vnd.oasis.opendocument.spreadsheet, application/vnd.oasis.opendocument.spreadsheet-template, application/vnd.oasis.opendocument.spreadsheet-flat-xml, application/rtf, text/rtf, application/epub+zip, application/akn+xml, application/xml, text/xml, message/rfc822, application/pdf. When it is answered 202 the document is kept safely and will be indexed, whatever happens to the service; the job that `Location` names tells when searches find it. With `wait=true` the answer comes when they do.
         */
        put: operations["putDocument"];
        post?: never;
        /**
         * Delete a document
         * @description Removes a document that was sent. With `wait=true` it is answered when no search finds it any more.
         */
        delete: operations["deleteDocument"];
        options?: never;
        head?: never;
        /**
         * Describe a document anew
         * @description Changes what is known about a document that was sent; its text stays. What is absent stays, null takes away.
         */
        patch: operations["patchDocument"];
        trace?: never;
    };
    "/v1/documents/{id}/parallel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a document beside its translation
         * @description The texts of a document and of its translation, aligned passage by passage. Documents of more than 500 passages are too long for it.
         */
        get: operations["getParallel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the topics
         * @description The technology areas, with their names in both languages and the number of documents of each.
         */
        get: operations["listTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}/citation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cite a document
         * @description The document as an entry for reference managers, as `GET /v1/export` writes it for many. A document that was not published elsewhere has its address at this service.
         */
        get: operations["getCitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a search, as Atom
         * @description The documents that a search with the same parameters finds, those first that came into the index last, as Atom (RFC 4287). Subscribed to, it tells of what is new, whatever date the documents have: an old report that arrives today is news. One that changes keeps its place and its id, and has another time of change.
         */
        get: operations["getAtomFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a search, as JSON Feed
         * @description The documents that a search with the same parameters finds, those first that came into the index last, as JSON Feed 1.1. Subscribed to, it tells of what is new, whatever date the documents have: an old report that arrives today is news. One that changes keeps its place and its id, and has another time of change.
         */
        get: operations["getJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lexicon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what lexicons know of a word
         * @description The translations of a word or term that lexicons know, whether or not documents have them, from which lexicon each is, and which are rejected. What a search makes of them, `/v1/terms` tells.
         */
        get: operations["getLexicon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lexicon/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was decided of pairs
         * @description The pairs that were added or rejected here, one by one, over REST or by the command line.
         */
        get: operations["listLexiconPairs"];
        /**
         * Add or reject a pair
         * @description Decides that two words or terms are translations of each other, or that they are none. An added pair counts more than any other lexicon; a rejected one takes what all of them say of it away, in all its forms, and what spelling suggests. A later decision about the same pair replaces the earlier one. When it is answered, searches go by it, and it is kept.
         */
        put: operations["putLexiconPair"];
        post?: never;
        /**
         * Take back what was decided of a pair
         * @description Lexicons count again for this pair as if nothing had been decided. Any form of its words will do; an added pair that is written exactly so goes before others.
         */
        delete: operations["deleteLexiconPair"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process up?
         * @description Answers as long as the process does, whatever the state of the index.
         */
        get: operations["getLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can it answer searches?
         * @description Tries searches, and compares the documents, passages and statistics that are there with what was indexed; does not take the engine at its word.
         */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put many documents
         * @description Adds or replaces any number of documents, sent as JSON, one a line (NDJSON), each of up to 2 MB. The answer is a stream, too: a line for each document as soon as a search finds it, or that says why it cannot be indexed; the others are indexed all the same. Read it while you send: when answers are not taken off, no more lines are read. When the connection breaks, what was not answered may or may not be indexed; send it again.
         */
        post: operations["postDocuments"];
        /**
         * Delete all documents of a place
         * @description Removes all documents of a place: `api` are those that were sent. A folder that was indexed is forgotten with its documents; its files stay, and indexing it again brings them back.
         */
        delete: operations["deleteDocuments"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description Changes that wait or run, and those that ended within a day, newest first; also runs of the command `bifora index` on the same data directory, with what they have passed over.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a job
         * @description How far a change is. With `Accept: text/event-stream` it is told as it happens: an event `progress` each time something has changed, `done` or `failed` at the end, each with the job as its data.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What is wrong with one parameter. */
        ParameterError: {
            /** @description Name of the parameter. */
            parameter: string;
            /** @description What is wrong with it and what to do. */
            detail: string;
            /** @description The values, or names, that are allowed. */
            allowed?: string[];
            /** @description The allowed one that is spelled most alike. */
            nearest?: string;
        };
        /** @description Present where a part of the index did not answer: documents of that part are missing from the answer, and every count in it may be too low. Ask again a little later. */
        PartialIndex: {
            /** @description Servers that the index is spread over. */
            parts: number;
            /** @description Numbers, from 1, of those that have not answered in time. */
            missing: number[];
        };
        /** @description An error, as problem details (RFC 9457). */
        Problem: {
            /** @description Kind of problem, as a relative URI that stays the same. */
            type: string;
            /** @description The kind in words; the same for every occurrence. */
            title: string;
            /** @description HTTP status code. */
            status: number;
            /** @description What happened this time, and what to do. */
            detail: string;
            /** @description Quote it when asking about this error: the log has it too. */
            requestId: string;
            /** @description For bad parameters: one entry each. */
            errors?: components["schemas"]["ParameterError"][];
        };
        /** @description An act or a standard that a document refers to. */
        DocumentReference: {
            /**
             * @description The same for every spelling in either language; the parameter `reference` takes it.
             * @example eu:2016/679
             */
            id: string;
            /** @description Name, in the language that Accept-Language prefers (it or en). */
            label: string;
            /** @description Articles of it that the document names: `eu:2016/679#art6`. */
            articles: string[];
        };
        /** @description A technology area that a document is about. */
        DocumentTopic: {
            /**
             * @description Stable identifier, as the parameter `topic` takes it.
             * @example semiconductors
             */
            id: string;
            /** @description Name, in the language that Accept-Language prefers (it or en). */
            label: string;
            /** @description The words of the document that gave it. */
            words: string[];
            /** @description How much the document is about it, from 0.5 to 1: by how often, where and with which words it is named, and by the length of the text. 1 where its author says so. */
            score: number;
        };
        /** @description A document that says the same in another language. */
        DocumentTranslation: {
            /**
             * @description Identifier of the document.
             * @example 8f1d0c3b5e7a9264
             */
            id: string;
            /**
             * @description ISO 639-1 code, or `und` if undetermined.
             * @example en
             */
            lang: string;
            /** @description Title; empty if it has none. */
            title: string;
            /** @description Path of its file, relative to its place. */
            path: string;
        };
        /** @description Where a file is. */
        FilePath: {
            /**
             * @description The place that it is in.
             * @example reports
             */
            place: string;
            /**
             * @description Its path, relative to the place.
             * @example minutes/2024/may.md
             */
            path: string;
        };
        /** @description A document in the same language with nearly the same text: reprinted, in another version, with another date or footer. */
        DocumentCopy: {
            /**
             * @description Identifier of the document.
             * @example 8f1d0c3b5e7a9264
             */
            id: string;
            /** @description Title; empty if it has none. */
            title: string;
            /** @description The place it is from. */
            place: string;
            /** @description Path of its file, relative to its place. */
            path: string;
            /** @description Where it was published, if known. */
            url: string | null;
            /** @description Date of publication, as exact as known. */
            date: string | null;
            /** @description Whether it matches, too, and stands here instead of being a result of its own. */
            folded: boolean;
        };
        /** @description A word that matches, where it stands in its text. */
        Highlight: {
            /** @description Offset of the first character, in UTF-16 code units. */
            start: number;
            /** @description Offset behind the last character, in UTF-16 code units. */
            end: number;
            /** @description The expansion that it matches; absent for words of the query itself. */
            expansion?: string;
        };
        /** @description A translation that was looked for. */
        Expansion: {
            /**
             * @description Made of its words, the same in every answer: the parameter `without` takes it.
             * @example xc98ef868
             */
            id: string;
            /** @description Words of the query. */
            from: string;
            /** @description What else was looked for in their place. */
            to: string;
            /** @description Language of `to`. */
            lang: string;
            /** @description How much it counts, compared with 1 for a word of the query itself. */
            weight: number;
            /**
             * @description How it is known: from a lexicon, learned from texts, a thesaurus, a dictionary, or by its spelling; `reference`: an act or a standard, whatever its spelling; `spelling`: a far more frequent word that a rare one may be a slip for.
             * @enum {string}
             */
            via: "lexicon" | "learned" | "thesaurus" | "dictionary" | "own" | "variant" | "cognate" | "reference" | "spelling";
            /** @description What speaks for it, where that is known. */
            evidence?: string;
        };
        /** @description A passage that was found. */
        FoundPassage: {
            /** @description Stable identifier of the passage. */
            id: string;
            /** @description ISO 639-1 code, or `und`; quotations may differ from their document. */
            lang: string;
            /** @description Headings above it, outermost first. */
            heading: string[];
            /** @description Its text, as it stands in the document. */
            text: string;
            /** @description Where it begins in the text of the document, in UTF-16 code units. */
            start: number;
            /** @description Where it ends there. */
            end: number;
            /** @description Number of the page that it begins on, counted from 1; absent where there are no pages. */
            page?: number;
            /** @description What matches in `text`. */
            highlights: components["schemas"]["Highlight"][];
            /** @description With `format=html`: `text`, escaped, with `<mark>`. */
            html?: string;
        };
        /** @description A document that matches, with its best passages. All properties are there unless `fields` asks for some. */
        SearchHit: {
            /**
             * @description Stable identifier of the document.
             * @example 1f0c53e0a4b7d9c2
             */
            id: string;
            /**
             * @description The place it is from: a folder that was indexed, by name, `api`, or `sample`.
             * @example reports
             */
            place?: string;
            /** @description Path of its file, relative to its place. */
            path?: string;
            /** @description All files with exactly this content, whatever their names: its own first. */
            paths?: components["schemas"]["FilePath"][];
            /** @description Where it was published, if known. */
            url?: string | null;
            /** @description Title; empty if it has none. */
            title?: string;
            /**
             * @description ISO 639-1 code, or `und` if undetermined.
             * @example it
             */
            lang?: string;
            /**
             * @description Date of publication: YYYY-MM-DD, YYYY-MM or YYYY, as exact as the source says it.
             * @example 2023-07-13
             */
            date?: string | null;
            /** @description How exact `date` is; null if undated. */
            datePrecision?: ("day" | "month" | "year") | null;
            /** @description Who says `date`: the document, as its date of publication (`published`) or of its last change (`updated`), or nobody (`inferred` from an address, a name, an event reported as new); null if undated. */
            dateBasis?: ("published" | "updated" | "inferred") | null;
            /** @description Who published it, if known. */
            source?: string | null;
            /** @description Technology areas, clearest first. */
            topics?: components["schemas"]["DocumentTopic"][];
            /** @description Acts and standards that it refers to, those named most often first; at most 50. */
            references?: components["schemas"]["DocumentReference"][];
            /** @description Tags that its author gave; at most 30. */
            tags?: string[];
            /** @description Documents that say the same in another language, language by language: named by their authors, or recognized when they were indexed. */
            translations?: components["schemas"]["DocumentTranslation"][];
            /** @description Near copies: some ten of them, and all that are not results of their own because they stand here. */
            copies?: components["schemas"]["DocumentCopy"][];
            /** @description How many near copies there are. */
            copiesTotal?: number;
            /** @description What matches in `title`. */
            titleHighlights?: components["schemas"]["Highlight"][];
            /** @description With `format=html`: `title`, escaped, with `<mark>`. */
            titleHtml?: string;
            /** @description Relevance by words; compares only within one search. Null where documents are not ranked by words: browsing, sorting by date, far down long lists, and where `foundBy` is `meaning` alone. Where `byMeaning` finds, places in both orders decide, not the score. */
            score?: number | null;
            /** @description Words of `q` that the document has in no form or translation. */
            missing?: string[];
            /** @description How it was found. By `meaning` alone it does not match: it is no part of `total` and of facets, and may have none of the words. Where nobody has set up an embedder, always `words`. */
            foundBy?: ("words" | "meaning")[];
            /** @description Its best passages, at most three. */
            passages?: components["schemas"]["FoundPassage"][];
        };
        /** @description One value of a facet. */
        FacetBucket: {
            /** @description As the parameter of the same name takes it. */
            value: string;
            /** @description Name to show; for topics in the language that Accept-Language prefers. */
            label: string;
            /** @description How many documents a search finds in which this value stands alone in the filter of its own facet, and all else is as asked. Exact. Where other values of the facet are chosen, too, choosing it as well finds those that have any of them. */
            count: number;
            /** @description Whether the request filters by it. */
            selected: boolean;
        };
        /** @description How many documents were published when. The filter by date is left out, so that another time can be chosen; only where that would be more than 1,000 buckets it chooses which part of the time is counted. */
        Histogram: {
            /**
             * @description What a bucket is; coarser than asked for where that would be more than 1,000 buckets.
             * @enum {string}
             */
            interval: "year" | "month" | "day";
            /** @description Oldest first, without gaps: buckets between the first and the last may count 0. */
            buckets: {
                /**
                 * @description First day, as the parameter `from` takes it.
                 * @example 2023-07-01
                 */
                from: string;
                /**
                 * @description Last day, as the parameter `to` takes it.
                 * @example 2023-07-31
                 */
                to: string;
                /** @description How many documents a search finds between these days, all else as asked. Exact. */
                count: number;
                /** @description Whether the whole of it lies within `from` and `to` of the request. */
                selected: boolean;
            }[];
            /** @description Documents in no bucket because their date is less exact than the interval: 2023 among months, 2023-07 among days. */
            coarse: number;
            /** @description Documents in no bucket because they have no date. */
            undated: number;
        };
        /** @description Values of a facet that have a text. */
        FacetResponse: {
            /** @description The facet. */
            facet: string;
            /** @description The text that was looked for. */
            q: string;
            /** @description The values, those that fit best first, then by count. */
            buckets: components["schemas"]["FacetBucket"][];
            /** @description How many values there are. */
            total: {
                /** @description Values that have the text. */
                value: number;
                /**
                 * @description `gte`: the facet has so many values that only the 20,000 most frequent were looked at, or a part of the index is missing (`partial`).
                 * @enum {string}
                 */
                relation: "eq" | "gte";
            };
            partial?: components["schemas"]["PartialIndex"];
        };
        /** @description A page of the documents that match, and how many there are. */
        SearchResponse: {
            /** @description What the request was understood to ask for. */
            query: {
                /** @description As it was given. */
                q: string;
                /** @description The language that `q` was read in. */
                queryLang: {
                    /** @description ISO 639-1 code, or `und`. */
                    value: string;
                    /**
                     * @description Who says so.
                     * @enum {string}
                     */
                    source: "given" | "detected";
                    /** @description 0 to 1. */
                    confidence: number;
                };
                /** @description The words of `q` that are looked for. */
                terms: string[];
                /** @description What a document must have to match. It is decided by the query alone, for each language of documents, and no filter changes it. */
                matching: {
                    /**
                     * @description Whether every match has every word of `q`, in some form or translation.
                     * @enum {string}
                     */
                    words: "all" | "some";
                    /** @description The least share of the query that a match may have, rare words weighing more; 1: every word that its language is asked for. */
                    share: number;
                    /** @description The same for each language of documents; those in which no document can match are missing. */
                    languages: {
                        /** @description Language of documents; `und`: all that are not analyzed. */
                        lang: string;
                        /** @description Share of the words asked for that its documents must have: 1 is all, 0 any. */
                        share: number;
                        /** @description Words of `q` that nothing connects to this language. */
                        unasked: string[];
                    }[];
                };
                /** @description The filters, in full: lists taken apart, periods as days. */
                filters: {
                    /** @description Languages; empty: any. */
                    lang: string[];
                    /** @description Topics; empty: any. */
                    topic: string[];
                    /** @description Acts and standards, by id; empty: any. */
                    reference: string[];
                    /** @description Tags; empty: any. */
                    tag: string[];
                    /** @description Publishers; empty: any. */
                    source: string[];
                    /** @description Bases of dates; empty: any. */
                    dateBasis: string[];
                    /** @description Places; empty: any. */
                    place: string[];
                    /** @description Folders; empty: any. */
                    folder: string[];
                    /** @description First day. */
                    from: string | null;
                    /** @description Last day. */
                    to: string | null;
                    /**
                     * @description Whether documents without a date pass `from` and `to`, or nothing else does.
                     * @enum {string}
                     */
                    undated: "exclude" | "include" | "only";
                    /** @description Whether there has to be a translation; null: either. */
                    translated: ("yes" | "no") | null;
                };
                /** @description The order of the results. */
                sort: string;
            };
            /** @description Words of `q` that nothing knows and what they were taken for. `exact=true` switches this off. */
            corrections: {
                /** @description The word as it was given. */
                from: string;
                /** @description The word that was looked for instead. */
                to: string;
                /** @description Language of `to`. */
                lang: string;
            }[];
            /** @description With `prefix`: words of the documents that the last word of `q` is the beginning of, likeliest first. If it is no word itself, the first of them takes its place, in `query.terms` and for translations. */
            completions: {
                /** @description The last word of `q`. */
                from: string;
                /** @description A word that begins with it and is looked for. */
                to: string;
                /** @description Language of `to`. */
                lang: string;
                /** @description How much it counts, compared with 1 for a whole word of the query. */
                weight: number;
            }[];
            /** @description Where nothing is found: single conditions that stand in the way, most helpful first. */
            relaxations: {
                /**
                 * @description What `drop` is.
                 * @enum {string}
                 */
                kind: "filter" | "word" | "phrase" | "exclusion";
                /** @description The parameter, or the part of `q`, to give up; of a phrase its quotation marks. */
                drop: string;
                /** @description The query to ask instead; absent for filters. */
                q?: string;
                /** @description Documents that there would be. */
                total: number;
            }[];
            /** @description What was looked for besides the words of `q`, and why. Highlights refer to these. */
            expansions: components["schemas"]["Expansion"][];
            /** @description How many documents match. */
            total: {
                /** @description Matching documents. */
                value: number;
                /**
                 * @description `eq`: exactly so many. `lte`: at most; a quoted phrase is too frequent to read all its candidates. `gte`: at least; a quoted phrase has only words of grammar, and not every passage could be read for it, or a part of the index is missing (`partial`).
                 * @enum {string}
                 */
                relation: "eq" | "lte" | "gte";
            };
            /** @description Documents that are near to `q` in meaning and do not match by words. They come among the first results, on top of `total`, and `page.pages` has room for them; totals, facets and histogram do not count them. */
            byMeaning: number;
            /** @description With `from` or `to`: how many documents without a date match everything else. They are part of `total` with `undated=include` only. Null without a date filter. */
            undated: number | null;
            /** @description The documents of this page. */
            results: components["schemas"]["SearchHit"][];
            /** @description The facets asked for. Each ignores its own filter, so that its other values can be chosen. */
            facets: {
                [key: string]: {
                    /** @description Most documents first; years and months newest first. */
                    buckets: components["schemas"]["FacetBucket"][];
                };
            };
            histogram?: components["schemas"]["Histogram"];
            /** @description Which page this is. */
            page: {
                /** @description This page, from 1; with `cursor`, how many pages there have been with this one. */
                number: number;
                /** @description Documents a page. */
                size: number;
                /** @description Number of pages; 0 if nothing matches. */
                pages: number;
            };
            /** @description With `cursor`: the cursor of the next page; null on the last. */
            nextCursor?: string | null;
            /** @description Addresses of pages, relative to this service. */
            links: {
                /** @description This page. */
                self: string;
                /** @description The next page; absent on the last. */
                next?: string;
                /** @description The page before; absent on the first. */
                prev?: string;
            };
            /** @description Parts of the query that could not be used, in plain words. */
            warnings: string[];
            /** @description Time spent in the service, in milliseconds. */
            tookMs: number;
            /** @description The build of the index that answered. */
            index: {
                /** @description Name of the build; another name, another build. */
                generation: string;
            };
            partial?: components["schemas"]["PartialIndex"];
        };
        /**
         * @description A search: the parameters of `GET /v1/search` under the same names. Lists are arrays.
         * @example {
         *       "q": "semiconduttori",
         *       "lang": [
         *         "it",
         *         "en"
         *       ],
         *       "from": "2023",
         *       "facets": [
         *         "topic"
         *       ],
         *       "size": 5
         *     }
         */
        SearchBody: {
            /**
             * @description What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude; up to 16 different quoted or excluded phrases are taken. Empty or absent: browse everything, newest first.
             * @example semiconduttori
             * @example "supply chain" -chip
             */
            q?: string;
            /**
             * @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for.
             * @enum {string}
             */
            queryLang?: "auto" | "it" | "en";
            /**
             * @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are.
             * @enum {string}
             */
            expand?: "auto" | "none";
            /** @description `true`: words that nobody knows are not repaired. Default `false`. */
            exact?: boolean;
            /**
             * @description Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words.
             * @enum {string}
             */
            prefix?: "false" | "auto" | "true";
            /**
             * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
             * @example [
             *       "x61ffdb93"
             *     ]
             */
            without?: string[];
            /**
             * @description How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist.
             * @enum {string}
             */
            words?: "auto" | "all" | "most" | "any";
            /**
             * @description Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.
             * @example [
             *       "it",
             *       "en"
             *     ]
             */
            lang?: string[];
            /**
             * @description Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.
             * @example [
             *       "semiconductors"
             *     ]
             */
            topic?: string[];
            /**
             * @description Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.
             * @example [
             *       "eu:2016/679"
             *     ]
             */
            reference?: string[];
            /**
             * @description Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.
             * @example [
             *       "bandi"
             *     ]
             */
            tag?: string[];
            /**
             * @description Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.
             * @example [
             *       "Commissione europea"
             *     ]
             */
            source?: string[];
            /**
             * @description Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.
             * @example [
             *       "reports"
             *     ]
             */
            place?: string[];
            /**
             * @description Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.
             * @example [
             *       "minutes/2024"
             *     ]
             */
            folder?: string[];
            /** @description Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`. */
            from?: string;
            /** @description Only documents published on or before; 2024 means to its last day. */
            to?: string;
            /**
             * @description What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`.
             * @enum {string}
             */
            undated?: "exclude" | "include" | "only";
            /**
             * @description `no`: only documents of which there is no translation here; `yes`: only those of which there is one.
             * @enum {string}
             */
            translated?: "yes" | "no";
            /**
             * @description Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.
             * @example [
             *       "published",
             *       "updated"
             *     ]
             */
            dateBasis?: string[];
            /**
             * @description `fold`, the default: of near copies on one page only the best is a result, and the others are named in its `copies`, so that a page may have fewer results than its size. `show`: each is a result. Totals, facets and pages count documents either way.
             * @enum {string}
             */
            copies?: "fold" | "show";
            /**
             * @description `auto`, the default: where an embedder is set up, documents are also found by meaning, whatever their words: those that are clearly nearer to `q` than others are, fulfill the filters and have nothing that is excluded. `foundBy` of a result and `byMeaning` tell. Words alone find in any case where `q` has a quoted phrase or is still being typed (`prefix`), with `words`, `expand=none`, `sort` by date and `cursor`, and if the embedder does not answer at once; then `warnings` says so. `off`: words alone.
             * @enum {string}
             */
            meaning?: "auto" | "off";
            /**
             * @description `relevance` (default), `date` oldest first, `-date` newest first. Undated documents come last.
             * @enum {string}
             */
            sort?: "relevance" | "date" | "-date";
            /** @description Page, from 1 (default). Where documents come and go meanwhile, some may stand on two pages or on none: `cursor` does not have that. */
            page?: number;
            /**
             * @description To go through all matches, however many, while documents come and go: `*` to begin with, then `nextCursor` of each answer, until that is null. What is looked for, filters and `sort` have to stay; `size`, `fields` and others may change. No document is given twice on the way, and one that matches all the time and stays as it is, is given once. By date, one whose date changes meanwhile may be given again or not at all. What comes on the way is given if its place in the order is still ahead. A cursor does not expire. Not together with `page`.
             * @example *
             */
            cursor?: string;
            /** @description Documents a page; default 20. 0: none, for totals, facets and histogram alone. */
            size?: number;
            /**
             * @description Properties of the results that are wanted, `id` always among them: id, place, path, paths, url, title, lang, date, datePrecision, dateBasis, source, topics, references, tags, translations, copies, copiesTotal, titleHighlights, titleHtml, score, missing, foundBy, passages; several as those of `facets`. Default: all. What is left out need not be looked up, passages most of all.
             * @example [
             *       "title",
             *       "date"
             *     ]
             */
            fields?: string[];
            /**
             * @description Fields to count the matching documents by: topic, reference, tag, lang, year, month, dateBasis, source, place, folder. Several with commas between them, or by repeating the parameter.
             * @example [
             *       "topic",
             *       "lang"
             *     ]
             */
            facets?: string[];
            /**
             * @description Adds `histogram` to the answer: how many documents were published in each year, month or day. `auto` takes the finest of them that gives no more than about a hundred buckets and leaves no more than half of the dated documents out. Documents dated by a month count in years and months, those dated by a year in years.
             * @enum {string}
             */
            interval?: "auto" | "year" | "month" | "day";
            /**
             * @description `html` adds title and passages as escaped HTML with `<mark>` around what matches.
             * @enum {string}
             */
            format?: "json" | "html";
        };
        /** @description The answer to one of several searches, or why there is none. */
        SearchOutcome: {
            /** @description The HTTP status that the search would have had by itself. */
            status: number;
            answer?: components["schemas"]["SearchResponse"];
            problem?: components["schemas"]["Problem"];
        };
        /**
         * @description Several searches.
         * @example {
         *       "searches": [
         *         {
         *           "q": "semiconduttori",
         *           "size": 3
         *         },
         *         {
         *           "q": "idrogeno",
         *           "lang": [
         *             "en"
         *           ],
         *           "size": 0
         *         }
         *       ]
         *     }
         */
        MultiSearchBody: {
            /** @description Up to 20 searches. */
            searches: components["schemas"]["SearchBody"][];
        };
        /** @description What came of several searches. */
        MultiSearchResponse: {
            /** @description One for each search, in the order of the request. */
            outcomes: components["schemas"]["SearchOutcome"][];
            /** @description Time spent in the service on all of them, in milliseconds. */
            tookMs: number;
        };
        /** @description What an unfinished query may become. */
        Suggestion: {
            /**
             * @description `word`: the query with its last word finished. `topic`, `reference`: a technology area, an act or a standard, which the parameter of that name takes by its `id`. `title`: a document.
             * @enum {string}
             */
            kind: "word" | "topic" | "reference" | "title";
            /** @description What to show, and what to put in the place of `q`. */
            text: string;
            /** @description Language of `text`. */
            lang: string;
            /** @description Documents that have it; never 0. */
            documents: number;
            /** @description Identifier of the topic, the act or the document; null for words. */
            id: string | null;
            /** @description The last word, or the name, in the other language: a search for one finds the other, too. Null if none is known. */
            translation: {
                /** @description The likeliest translation that documents have. */
                text: string;
                /** @description Its language. */
                lang: string;
            } | null;
        };
        /** @description What an unfinished query may become. */
        SuggestResponse: {
            /** @description As it was given. */
            q: string;
            /** @description Words first, those of most documents before others; then topics, references and titles. */
            suggestions: components["schemas"]["Suggestion"][];
            partial?: components["schemas"]["PartialIndex"];
        };
        /** @description A line of an export: what is known of a document, without its text. */
        ExportedDocument: {
            /**
             * @description Stable identifier of the document.
             * @example 1f0c53e0a4b7d9c2
             */
            id: string;
            /**
             * @description The place it is from: a folder that was indexed, by name, `api`, or `sample`.
             * @example reports
             */
            place: string;
            /** @description Path of its file, relative to its place. */
            path: string;
            /** @description All files with exactly this content, whatever their names: its own first. */
            paths: components["schemas"]["FilePath"][];
            /** @description Where it was published, if known. */
            url: string | null;
            /** @description Title; empty if it has none. */
            title: string;
            /**
             * @description ISO 639-1 code, or `und` if undetermined.
             * @example it
             */
            lang: string;
            /**
             * @description Date of publication: YYYY-MM-DD, YYYY-MM or YYYY, as exact as the source says it.
             * @example 2023-07-13
             */
            date: string | null;
            /** @description How exact `date` is; null if undated. */
            datePrecision: ("day" | "month" | "year") | null;
            /** @description Who says `date`: the document, as its date of publication (`published`) or of its last change (`updated`), or nobody (`inferred` from an address, a name, an event reported as new); null if undated. */
            dateBasis: ("published" | "updated" | "inferred") | null;
            /** @description Who published it, if known. */
            source: string | null;
            /** @description Technology areas, clearest first. */
            topics: components["schemas"]["DocumentTopic"][];
            /** @description Acts and standards that it refers to, those named most often first; at most 50. */
            references: components["schemas"]["DocumentReference"][];
            /** @description Tags that its author gave; at most 30. */
            tags: string[];
            /** @description Documents that say the same in another language, language by language: named by their authors, or recognized when they were indexed. */
            translations: components["schemas"]["DocumentTranslation"][];
            /** @description Another one each time the document has changed. */
            revision: number;
        };
        /** @description A search as a feed (JSON Feed 1.1). */
        JsonFeed: {
            /** @description Of the format. */
            version: string;
            /** @description What is looked for. */
            title: string;
            /** @description The search that it follows. */
            home_page_url: string;
            /** @description Its own address. */
            feed_url: string;
            /** @description The documents that came last, newest first. */
            items: {
                /** @description Address of the document in this service; it stays the same. */
                id: string;
                /** @description Where it was published, else its address in this service. */
                url: string;
                /** @description Title, or path of its file. */
                title: string;
                /** @description The beginning of its text. */
                content_text: string;
                /** @description ISO 639-1 code; absent if undetermined. */
                language?: string;
                /** @description When it came into the index. */
                date_published: string;
                /** @description When it was last changed there. */
                date_modified: string;
                /** @description Who published it, if known. */
                authors?: {
                    /** @description Who published it. */
                    name: string;
                }[];
                /** @description Names of its topics. */
                tags: string[];
                /** @description What the format has no place for. */
                _bifora: {
                    /** @description Date of publication: YYYY-MM-DD, YYYY-MM or YYYY; null if it is not known. */
                    date: string | null;
                    /** @description Its topics by identifier. */
                    topics: string[];
                };
            }[];
        };
        /** @description A translation, or another way to say it, and how frequent it is. */
        CountedExpansion: {
            /**
             * @description Made of its words, the same in every answer: the parameter `without` takes it.
             * @example xc98ef868
             */
            id: string;
            /** @description Words of the query. */
            from: string;
            /** @description What else was looked for in their place. */
            to: string;
            /** @description Language of `to`. */
            lang: string;
            /** @description How much it counts, compared with 1 for a word of the query itself. */
            weight: number;
            /**
             * @description How it is known: from a lexicon, learned from texts, a thesaurus, a dictionary, or by its spelling; `reference`: an act or a standard, whatever its spelling; `spelling`: a far more frequent word that a rare one may be a slip for.
             * @enum {string}
             */
            via: "lexicon" | "learned" | "thesaurus" | "dictionary" | "own" | "variant" | "cognate" | "reference" | "spelling";
            /** @description What speaks for it, where that is known. */
            evidence?: string;
            /** @description Documents with it, in its language. */
            documents: number;
        };
        /** @description Words as words of one language. */
        TermInLanguage: {
            /** @description The language that it is read in. */
            lang: string;
            /** @description Its words that are no words of grammar in this language. */
            words: {
                /** @description As it was given. */
                word: string;
                /** @description What the index has in its place: the same for all forms of a word. */
                term: string;
                /** @description The forms that documents have most, without case and accents; at most four. */
                forms: string[];
                /** @description Documents with any form of it, in this language. */
                documents: number;
                /** @description Passages with any form of it, in this language. */
                passages: number;
                /** @description Whether a lexicon has it. */
                known: boolean;
            }[];
            /** @description What a search looks for besides, if the query is in this language: translations and other ways to say the same, how much each counts, and how it is known. */
            expansions: components["schemas"]["CountedExpansion"][];
        };
        /** @description What the index knows of some words. */
        TermsResponse: {
            /** @description As it was given. */
            q: string;
            /** @description What it is in each language of the index. */
            languages: components["schemas"]["TermInLanguage"][];
        };
        /** @description A translation of a word or term that lexicons know. */
        LexiconTranslation: {
            /** @description The word or term, as lexicons write it. */
            from: string;
            /** @description Its translation, as lexicons write it. */
            to: string;
            /** @description Language of `to`. */
            lang: string;
            /** @description Share of this translation in all that is known of `from`, 0 to 1; 0 if it is rejected. */
            weight: number;
            /**
             * @description How it is known: where most of the weight is from.
             * @enum {string}
             */
            via: "lexicon" | "learned" | "thesaurus" | "dictionary" | "own" | "variant";
            /** @description Names of the lexicons that say so, as `bifora lexicon list` has them. Pairs that were added here are in `own`, rejected ones in `rejected`. */
            lexicons: string[];
            /** @description Whether it was decided that it is none: then no search uses it. */
            rejected: boolean;
            /** @description What speaks for it, where that is known. */
            evidence?: string;
            /** @description In how many pairs of sentences it was seen, if it was learned. */
            times?: number;
        };
        /** @description What lexicons say of some words. */
        LexiconResponse: {
            /** @description As it was given. */
            q: string;
            /** @description What is known of it as a word of each language. */
            languages: {
                /** @description The language that `q` is read in. */
                lang: string;
                /** @description What is known of its words in their order, terms of several words first, likeliest translations first; then what was rejected. */
                translations: components["schemas"]["LexiconTranslation"][];
            }[];
        };
        /**
         * @description A pair of words, and whether it is none.
         * @example {
         *       "it": "banca dati",
         *       "en": "data bank"
         *     }
         * @example {
         *       "it": "rete",
         *       "en": "goal",
         *       "rejected": true
         *     }
         */
        PostedPair: {
            /**
             * @description A word or term in Italian.
             * @example banca dati
             */
            it: string;
            /**
             * @description A word or term in English.
             * @example data bank
             */
            en: string;
            /** @description Whether the pair is no translation, whatever lexicons say, in any of its forms. Default false: it is one. */
            rejected?: boolean;
        };
        /** @description What was decided here of a pair of words. */
        LexiconPair: {
            /** @description The word or term in Italian, as it is kept. */
            it: string;
            /** @description The word or term in English, as it is kept. */
            en: string;
            /** @description Whether the pair is no translation. */
            rejected: boolean;
        };
        /** @description What was decided here of pairs of words. */
        LexiconPairsResponse: {
            /** @description How many there are, with those that are not shown. */
            total: number;
            /** @description Those decided last first, added pairs before rejected ones. */
            pairs: components["schemas"]["LexiconPair"][];
        };
        /** @description What there is, in numbers. */
        StatsResponse: {
            /** @description All documents. */
            documents: number;
            /** @description The passages that they are cut into. */
            passages: number;
            /** @description Different words in all languages, forms of one word counted once. */
            terms: number;
            /** @description By language of the document. */
            languages: {
                /** @description ISO 639-1 code, or `und`. */
                lang: string;
                /** @description Documents. */
                documents: number;
                /** @description Those of them that have a translation here. */
                translated: number;
            }[];
            /** @description By where they are from; a document that is in several counts in each. */
            places: {
                /** @description Name, as the parameter `place` takes it. */
                place: string;
                /** @description Documents. */
                documents: number;
            }[];
            /** @description By publisher, where it is known: the hundred with most documents. */
            sources: {
                /** @description Who published them. */
                source: string;
                /** @description Documents. */
                documents: number;
            }[];
            /** @description When they were published. */
            dates: {
                /** @description Documents with a date. */
                dated: number;
                /** @description Documents without one. */
                undated: number;
                /** @description YYYY; null if nothing is dated. */
                firstYear: string | null;
                /** @description YYYY; null if nothing is dated. */
                lastYear: string | null;
                /** @description By who says their date. */
                bases: {
                    /** @description As the parameter `dateBasis` takes it. */
                    basis: string;
                    /** @description Documents. */
                    documents: number;
                }[];
            };
            /** @description Documents that have a translation here. */
            translated: number;
            /** @description Documents that have a near copy here. */
            copies: number;
            /** @description Of the passages, how many can be found by meaning already; null where no embedder is set up. */
            embedded: number | null;
            /** @description The state of the index that this is about. */
            index: {
                /** @description Name of the build. */
                generation: string;
                /** @description When it was begun; ISO 8601, UTC. */
                builtAt: string;
                /** @description Number of the last change; it grows with each. */
                change: number;
            };
            partial?: components["schemas"]["PartialIndex"];
        };
        /** @description Documents by topic, language and period. */
        TimelineResponse: {
            /** @description `month` or `year`. */
            interval: string;
            /** @description Documents that this is about. */
            total: number;
            /** @description Topics with documents, those of most documents first; a document counts in each of its topics. */
            topics: {
                /** @description Topic, or `unclassified`. */
                id: string;
                /** @description Its name, in the language that Accept-Language prefers. */
                label: string;
                /** @description By language, that of most documents first. */
                languages: {
                    /** @description Language of the documents. */
                    lang: string;
                    /** @description Documents. */
                    documents: number;
                    /** @description Those of them whose period is not known. */
                    undated: number;
                    /** @description Periods with documents, oldest first. */
                    periods: {
                        /** @description YYYY-MM or YYYY. */
                        period: string;
                        /** @description Documents. */
                        documents: number;
                    }[];
                }[];
            }[];
            /** @description Topics left out, beyond the hundred of most documents; ask for them with `topic`. */
            omitted: number;
            partial?: components["schemas"]["PartialIndex"];
        };
        /** @description A document, by what it is called and where it is. */
        NamedDocument: {
            /** @description Identifier of the document. */
            id: string;
            /** @description Title; empty if it has none. */
            title: string;
            /** @description ISO 639-1 code. */
            lang: string;
            /** @description Date of publication, as exact as known. */
            date: string | null;
            /** @description Who published it, if known. */
            source: string | null;
            /** @description The place it is from. */
            place: string;
            /** @description Path of its file, relative to its place. */
            path: string;
        };
        /** @description What exists in one language only. */
        CoverageResponse: {
            /** @description The languages that are compared. */
            languages: {
                /** @description ISO 639-1 code. */
                lang: string;
                /** @description Documents in it. */
                documents: number;
                /** @description Those of them that have no translation here. */
                untranslated: number;
                /** @description Documents without a translation, the newest by date first. */
                newest: components["schemas"]["NamedDocument"][];
            }[];
            /** @description Topics with documents, those of most documents first. */
            topics: {
                /** @description Topic, or `unclassified`. */
                id: string;
                /** @description Its name, in the language that Accept-Language prefers. */
                label: string;
                /** @description The same for each language. */
                languages: {
                    /** @description ISO 639-1 code. */
                    lang: string;
                    /** @description Documents in it; 0: the topic exists in others only. */
                    documents: number;
                    /** @description The first of them by date: which language reported first. Null if none is dated. */
                    first: components["schemas"]["NamedDocument"] | null;
                }[];
                /** @description Months in which one language has documents and no other has, oldest first. */
                onlyIn: {
                    /** @description YYYY-MM. */
                    month: string;
                    /** @description The one language that has documents. */
                    lang: string;
                    /** @description How many. */
                    documents: number;
                }[];
            }[];
            /** @description Topics left out, beyond the fifty of most documents; ask for them with `topic`. */
            omitted: number;
            partial?: components["schemas"]["PartialIndex"];
        };
        /** @description A word that two documents share, in whatever form or language. */
        SharedWord: {
            /** @description As the document that was asked for has it; of an act its id. */
            word: string;
            /** @description As the related document has it: the same, another form, or a translation. Null if it is not in the passages that were looked at. */
            as: string | null;
        };
        /** @description A document that is about the same as another one. */
        RelatedDocument: {
            /**
             * @description Stable identifier of the document.
             * @example 1f0c53e0a4b7d9c2
             */
            id: string;
            /**
             * @description The place it is from: a folder that was indexed, by name, `api`, or `sample`.
             * @example reports
             */
            place: string;
            /** @description Path of its file, relative to its place. */
            path: string;
            /** @description All files with exactly this content, whatever their names: its own first. */
            paths: components["schemas"]["FilePath"][];
            /** @description Where it was published, if known. */
            url: string | null;
            /** @description Title; empty if it has none. */
            title: string;
            /**
             * @description ISO 639-1 code, or `und` if undetermined.
             * @example it
             */
            lang: string;
            /**
             * @description Date of publication: YYYY-MM-DD, YYYY-MM or YYYY, as exact as the source says it.
             * @example 2023-07-13
             */
            date: string | null;
            /** @description How exact `date` is; null if undated. */
            datePrecision: ("day" | "month" | "year") | null;
            /** @description Who says `date`: the document, as its date of publication (`published`) or of its last change (`updated`), or nobody (`inferred` from an address, a name, an event reported as new); null if undated. */
            dateBasis: ("published" | "updated" | "inferred") | null;
            /** @description Who published it, if known. */
            source: string | null;
            /** @description Technology areas, clearest first. */
            topics: components["schemas"]["DocumentTopic"][];
            /** @description Acts and standards that it refers to, those named most often first; at most 50. */
            references: components["schemas"]["DocumentReference"][];
            /** @description Tags that its author gave; at most 30. */
            tags: string[];
            /** @description Documents that say the same in another language, language by language: named by their authors, or recognized when they were indexed. */
            translations: components["schemas"]["DocumentTranslation"][];
            /** @description Near copies: some ten of them, and all that are not results of their own because they stand here. */
            copies: components["schemas"]["DocumentCopy"][];
            /** @description How many near copies there are. */
            copiesTotal: number;
            /**
             * @description `translation`: it says the same in another language. `copy`: nearly the same text. `similar`: it has much of what is rare in the document.
             * @enum {string}
             */
            relation: "translation" | "copy" | "similar";
            /** @description How similar; compares only within one answer. Null where nothing was ranked. */
            score: number | null;
            /** @description Why: the words that both have, those that say most first. */
            shared: components["schemas"]["SharedWord"][];
        };
        /** @description Documents that are about the same as another one. */
        RelatedResponse: {
            /** @description The document that was asked for. */
            id: string;
            /** @description The words of it that were looked for, in both languages: frequent in it and rare elsewhere. */
            words: string[];
            /** @description Translations first, then copies, then similar documents, the most similar first. */
            results: components["schemas"]["RelatedDocument"][];
            partial?: components["schemas"]["PartialIndex"];
        };
        /** @description A passage of a document: some sentences under one heading. */
        DocumentPassage: {
            /** @description Stable identifier of the passage. */
            id: string;
            /** @description ISO 639-1 code, or `und`; quotations may differ from their document. */
            lang: string;
            /** @description Headings above it, outermost first. */
            heading: string[];
            /** @description Its text, as it stands in the document. */
            text: string;
            /** @description Where it begins in the text of the document, in UTF-16 code units. */
            start: number;
            /** @description Where it ends there. */
            end: number;
            /** @description Number of the page that it begins on, counted from 1; absent where there are no pages. */
            page?: number;
            /** @description With `q`: what matches in `text`, all of it. */
            highlights?: components["schemas"]["Highlight"][];
        };
        /** @description A document with a page of its passages. */
        DocumentResponse: {
            /**
             * @description Stable identifier of the document.
             * @example 1f0c53e0a4b7d9c2
             */
            id: string;
            /**
             * @description The place it is from: a folder that was indexed, by name, `api`, or `sample`.
             * @example reports
             */
            place: string;
            /** @description Path of its file, relative to its place. */
            path: string;
            /** @description All files with exactly this content, whatever their names: its own first. */
            paths: components["schemas"]["FilePath"][];
            /** @description Where it was published, if known. */
            url: string | null;
            /** @description Title; empty if it has none. */
            title: string;
            /**
             * @description ISO 639-1 code, or `und` if undetermined.
             * @example it
             */
            lang: string;
            /**
             * @description Date of publication: YYYY-MM-DD, YYYY-MM or YYYY, as exact as the source says it.
             * @example 2023-07-13
             */
            date: string | null;
            /** @description How exact `date` is; null if undated. */
            datePrecision: ("day" | "month" | "year") | null;
            /** @description Who says `date`: the document, as its date of publication (`published`) or of its last change (`updated`), or nobody (`inferred` from an address, a name, an event reported as new); null if undated. */
            dateBasis: ("published" | "updated" | "inferred") | null;
            /** @description Who published it, if known. */
            source: string | null;
            /** @description Technology areas, clearest first. */
            topics: components["schemas"]["DocumentTopic"][];
            /** @description Acts and standards that it refers to, those named most often first; at most 50. */
            references: components["schemas"]["DocumentReference"][];
            /** @description Tags that its author gave; at most 30. */
            tags: string[];
            /** @description Documents that say the same in another language, language by language: named by their authors, or recognized when they were indexed. */
            translations: components["schemas"]["DocumentTranslation"][];
            /** @description Near copies: some ten of them, and all that are not results of their own because they stand here. */
            copies: components["schemas"]["DocumentCopy"][];
            /** @description How many near copies there are. */
            copiesTotal: number;
            /** @description Another one each time the document has changed; in quotation marks it is its ETag. */
            revision: number;
            /** @description Languages of its passages. */
            langs: string[];
            /** @description The words the date was read from. */
            dateWords: string | null;
            /** @description The line that they stand in: `Pubblicato il 3 luglio 2023`. */
            dateEvidence: string | null;
            /** @description Its text, passage by passage. */
            passages: components["schemas"]["DocumentPassage"][];
            /** @description Which of its passages these are. */
            page: {
                /** @description This page, from 1. */
                number: number;
                /** @description Passages a page. */
                size: number;
                /** @description Number of pages. */
                pages: number;
            };
            /** @description With `q`: what matches in `title`. */
            titleHighlights?: components["schemas"]["Highlight"][];
            /** @description With `q`: what is marked besides its words, and why. Highlights refer to these. */
            expansions?: components["schemas"]["Expansion"][];
            /** @description With `q`, on the first page of passages: how many matches the whole document has. Those of its title do not count. */
            matches?: {
                /** @description Highlights in the passages of the whole document. */
                total: number;
                /** @description Where they are, in the order of the text. */
                pages: {
                    /** @description A page of passages, of this size, that has some. */
                    number: number;
                    /** @description How many it has. */
                    count: number;
                }[];
            };
        };
        /** @description Passages of two documents that are translations of each other. */
        ParallelRow: {
            /** @description Those of the first document and those of the second; one side is empty where it says nothing. */
            passages: components["schemas"]["DocumentPassage"][][];
            /** @description Share of their text whose translation is on the other side, 0 to 1. */
            score: number;
        };
        /** @description A document and its translation, passage by passage. */
        ParallelResponse: {
            /** @description The document that was asked for and its translation. */
            documents: components["schemas"]["DocumentTranslation"][];
            /** @description Their text from beginning to end: every passage of both, once. */
            rows: components["schemas"]["ParallelRow"][];
        };
        /** @description The technology areas that documents are sorted into. */
        TopicsResponse: {
            /** @description All topics; last `unclassified`, for documents that show none of them. */
            topics: {
                /** @description Stable identifier, as the parameter `topic` takes it. */
                id: string;
                /** @description Its name in both languages. */
                labels: {
                    /** @description In Italian. */
                    it: string;
                    /** @description In English. */
                    en: string;
                };
                /** @description Documents with this topic. */
                count: number;
            }[];
            partial?: components["schemas"]["PartialIndex"];
        };
        /** @description The process is up. */
        LiveResponse: {
            /**
             * @description The process answers.
             * @enum {string}
             */
            status: "live";
        };
        /** @description The service answers searches. */
        ReadyResponse: {
            /**
             * @description Searches were tried and worked, and all that was indexed is there, but for parts that `partial` names.
             * @enum {string}
             */
            status: "ready";
            /** @description What searches are answered from. */
            index: {
                /** @description Name of the build of the index. */
                generation: string;
                /** @description When it was finished: ISO 8601, UTC. */
                builtAt: string;
                /** @description Documents in it. */
                documents: number;
                /** @description Passages in it. */
                passages: number;
            };
            partial?: components["schemas"]["PartialIndex"];
            /** @description The processes that answer searches, where there are several. */
            processes?: {
                /** @description How many are to answer (`PROCESSES`). */
                wanted: number;
                /** @description How many answer now. One that is missing is being started again. */
                answering: number;
            };
        };
        /** @description What went wrong with one of several things. */
        ProblemPart: {
            /** @description Kind of problem, as a relative URI that stays the same. */
            type: string;
            /** @description The kind in words; the same for every occurrence. */
            title: string;
            /** @description The HTTP status that it would have as an answer. */
            status: number;
            /** @description What happened this time, and what to do. */
            detail: string;
        };
        /** @description What bringing a place in step with its folder has done. */
        IndexSummary: {
            /** @description Documents that are new. */
            added: number;
            /** @description Documents that have changed. */
            changed: number;
            /** @description Documents whose files are gone. */
            removed: number;
            /** @description Documents that are as they were. */
            unchanged: number;
            /** @description Documents of the place afterwards. */
            documents: number;
            /** @description Their passages. */
            passages: number;
            /** @description What was not read. */
            skipped: {
                /** @description Files that were passed over. */
                files: number;
                /** @description By format and reason: first what could not be read, then by number; at most twelve. */
                reasons: {
                    /** @description Format of these files; absent where it is none that is read. */
                    format?: string;
                    /** @description Why they were passed over, in a plain sentence. */
                    reason: string;
                    /** @description How many they are. */
                    files: number;
                    /** @description Paths of up to three of them, in the place. */
                    examples: string[];
                }[];
                /** @description Files that were passed over for other reasons. */
                others: number;
            };
            /** @description Milliseconds that it took. */
            tookMs: number;
        };
        /** @description A query of a batch: the parameters of a search, and a name. */
        BatchQuery: {
            /** @description What the query is called; its line has it again. */
            id?: string;
            /**
             * @description What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude; up to 16 different quoted or excluded phrases are taken. Empty or absent: browse everything, newest first.
             * @example semiconduttori
             * @example "supply chain" -chip
             */
            q?: string;
            /**
             * @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for.
             * @enum {string}
             */
            queryLang?: "auto" | "it" | "en";
            /**
             * @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are.
             * @enum {string}
             */
            expand?: "auto" | "none";
            /** @description `true`: words that nobody knows are not repaired. Default `false`. */
            exact?: boolean;
            /**
             * @description Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words.
             * @enum {string}
             */
            prefix?: "false" | "auto" | "true";
            /**
             * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
             * @example [
             *       "x61ffdb93"
             *     ]
             */
            without?: string[];
            /**
             * @description How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist.
             * @enum {string}
             */
            words?: "auto" | "all" | "most" | "any";
            /**
             * @description Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.
             * @example [
             *       "it",
             *       "en"
             *     ]
             */
            lang?: string[];
            /**
             * @description Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.
             * @example [
             *       "semiconductors"
             *     ]
             */
            topic?: string[];
            /**
             * @description Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.
             * @example [
             *       "eu:2016/679"
             *     ]
             */
            reference?: string[];
            /**
             * @description Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.
             * @example [
             *       "bandi"
             *     ]
             */
            tag?: string[];
            /**
             * @description Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.
             * @example [
             *       "Commissione europea"
             *     ]
             */
            source?: string[];
            /**
             * @description Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.
             * @example [
             *       "reports"
             *     ]
             */
            place?: string[];
            /**
             * @description Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.
             * @example [
             *       "minutes/2024"
             *     ]
             */
            folder?: string[];
            /** @description Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`. */
            from?: string;
            /** @description Only documents published on or before; 2024 means to its last day. */
            to?: string;
            /**
             * @description What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`.
             * @enum {string}
             */
            undated?: "exclude" | "include" | "only";
            /**
             * @description `no`: only documents of which there is no translation here; `yes`: only those of which there is one.
             * @enum {string}
             */
            translated?: "yes" | "no";
            /**
             * @description Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.
             * @example [
             *       "published",
             *       "updated"
             *     ]
             */
            dateBasis?: string[];
        };
        /** @description Many queries. */
        BatchBody: {
            /**
             * @description Up to 1000 queries. What is wrong with one is told in its line.
             * @example [
             *       {
             *         "id": "chips",
             *         "q": "semiconduttori"
             *       },
             *       {
             *         "q": "hydrogen",
             *         "lang": [
             *           "it"
             *         ]
             *       }
             *     ]
             */
            queries: components["schemas"]["BatchQuery"][];
        };
        /** @description What came of one query of a batch. */
        BatchLine: {
            /** @description Which query, counted from 1 in the order in which they were sent. */
            line: number;
            /** @description What it is called, if anything. */
            id: string | null;
            /** @description The query. */
            q: string;
            /**
             * @description Whether it could be answered.
             * @enum {string}
             */
            status: "done" | "failed";
            /** @description Documents that match. */
            total?: number;
            /** @description With `since`: those that came or were changed after it. */
            new?: number;
            /** @description The last change that this answer knows of. The one of the first line is `since` for next time. */
            change?: number;
            /** @description The best matches; with `since` those that are new, the last to come first. */
            results?: {
                /** @description Identifier of the document. */
                id: string;
                /** @description Title; empty if it has none. */
                title: string;
                /** @description ISO 639-1 code, or `und`. */
                lang: string;
                /** @description Date of publication, as exact as known. */
                date: string | null;
                /** @description Where it was published, if known. */
                url: string | null;
                /** @description The place it is from. */
                place: string;
                /** @description Path of its file, relative to its place. */
                path: string;
            }[];
            /** @description Parts of the query that could not be used, in plain words. */
            warnings?: string[];
            problem?: components["schemas"]["ProblemPart"];
        };
        /** @description A change that was asked for. */
        JobResponse: {
            /** @description Identifier of the job. */
            id: string;
            /**
             * @description What is done: a document put, described anew or deleted, all documents of a place deleted, or a place brought in step with its folder by the command `bifora index`.
             * @enum {string}
             */
            kind: "put" | "patch" | "delete" | "deletePlace" | "index";
            /**
             * @description Done is when a search finds, or no longer finds, what has changed.
             * @enum {string}
             */
            status: "queued" | "running" | "done" | "failed";
            /** @description The document; null for a whole place. */
            document: string | null;
            /** @description The place; null for one document. */
            place: string | null;
            /** @description When it was acknowledged: ISO 8601, UTC. */
            createdAt: string;
            /** @description When it was begun. */
            startedAt: string | null;
            /** @description When it was done, or had failed. It can be looked up for a day after. */
            finishedAt: string | null;
            /** @description How far it is. */
            progress: {
                /** @description Documents done; of a folder, files looked at. */
                documents: number;
                /** @description Documents of the job; null of a folder, while it is being looked through. */
                of: number | null;
                /** @description Passages so far: of a document that is long those read, of a folder those stored. */
                passages: number;
            };
            /** @description What was done; `unchanged` where the very same document was there. Null until then. */
            did: ("created" | "replaced" | "unchanged" | "changed" | "removed") | null;
            /** @description What bringing a place in step has done; null until then, and of other jobs. */
            summary: components["schemas"]["IndexSummary"] | null;
            /** @description Revision of the document afterwards, as If-Match takes it. */
            revision: number | null;
            /** @description What is odd about the document, or of a folder the first twenty such things. */
            warnings: string[];
            /** @description Why it failed; null if it has not. */
            problem: components["schemas"]["ProblemPart"] | null;
        };
        /** @description Jobs that wait, run, or ended of late. */
        JobsResponse: {
            /** @description Newest first. */
            jobs: components["schemas"]["JobResponse"][];
            /** @description How many jobs in all are neither done nor failed. */
            unfinished: number;
        };
        /**
         * @description A document: its text, and what is known about it. What is not given is found in the text.
         * @example {
         *       "text": "Le fabbriche di semiconduttori in Europa sono poche.",
         *       "title": "I semiconduttori in Europa",
         *       "lang": "it",
         *       "date": "2024-05-17"
         *     }
         */
        PostedDocument: {
            /** @description The text of the document. */
            text: string;
            /**
             * @description How the text is written; default `plain`.
             * @enum {string}
             */
            format?: "plain" | "markdown";
            /** @description Title. Default: as the text has it. */
            title?: string;
            /** @description Language of the document: a code such as `it`, or a name. Default: as the text reads. */
            lang?: string;
            /**
             * @description Date of publication: YYYY-MM-DD, YYYY-MM or YYYY.
             * @example 2024-05-17
             */
            date?: string;
            /** @description Who published it. */
            source?: string;
            /** @description Where it was published: an http or https address. */
            url?: string;
            /** @description Ids of topics, as `/v1/topics` lists them. */
            topics?: string[];
            /** @description Its author's own tags, of which thirty are kept; those longer than 64 characters are not. */
            tags?: string[];
            /** @description Ids or paths of documents that are translations of this one. */
            translations?: string[];
            /**
             * @description A path to show it under, with `/` between folders; default: its id.
             * @example minutes/2024/may.md
             */
            path?: string;
        };
        /** @description A document, with its identifier. */
        PostedLine: {
            /**
             * @description Identifier: 1 to 128 of A-Z a-z 0-9 _ -
             * @example report-2024-05
             */
            id: string;
            /** @description The text of the document. */
            text: string;
            /**
             * @description How the text is written; default `plain`.
             * @enum {string}
             */
            format?: "plain" | "markdown";
            /** @description Title. Default: as the text has it. */
            title?: string;
            /** @description Language of the document: a code such as `it`, or a name. Default: as the text reads. */
            lang?: string;
            /**
             * @description Date of publication: YYYY-MM-DD, YYYY-MM or YYYY.
             * @example 2024-05-17
             */
            date?: string;
            /** @description Who published it. */
            source?: string;
            /** @description Where it was published: an http or https address. */
            url?: string;
            /** @description Ids of topics, as `/v1/topics` lists them. */
            topics?: string[];
            /** @description Its author's own tags, of which thirty are kept; those longer than 64 characters are not. */
            tags?: string[];
            /** @description Ids or paths of documents that are translations of this one. */
            translations?: string[];
            /**
             * @description A path to show it under, with `/` between folders; default: its id.
             * @example minutes/2024/may.md
             */
            path?: string;
        };
        /** @description What came of one document of a stream. */
        LineResult: {
            /** @description Number of the line, from 1; empty lines are counted, too. */
            line: number;
            /** @description Identifier of the document; null if it is not known. */
            id: string | null;
            /**
             * @description Indexed is: a search finds it.
             * @enum {string}
             */
            status: "indexed" | "failed";
            /** @description Its revision, if it was indexed. */
            revision?: number;
            problem?: components["schemas"]["ProblemPart"];
        };
        /**
         * @description What changes of the description of a document; what is absent stays (RFC 7396).
         * @example {
         *       "title": "Il bilancio del 2024",
         *       "date": "2024-05"
         *     }
         */
        DocumentPatch: {
            /** @description Title. */
            title?: string;
            /** @description Language: a code such as `it`, or a name. */
            lang?: string;
            /** @description Date of publication: YYYY-MM-DD, YYYY-MM or YYYY. Null takes it away. */
            date?: string | null;
            /** @description Who published it. Null takes it away. */
            source?: string | null;
            /** @description Where it was published: an http or https address. Null takes it away. */
            url?: string | null;
            /** @description Ids of topics, as `/v1/topics` lists them. */
            topics?: string[];
            /** @description Its author's own tags, of which thirty are kept; those longer than 64 characters are not. */
            tags?: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                /** @description What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude; up to 16 different quoted or excluded phrases are taken. Empty or absent: browse everything, newest first. */
                q?: string;
                /** @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for. */
                queryLang?: "auto" | "it" | "en";
                /** @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are. */
                expand?: "auto" | "none";
                /** @description `true`: words that nobody knows are not repaired. Default `false`. */
                exact?: boolean;
                /** @description Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words. */
                prefix?: "false" | "auto" | "true";
                /**
                 * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
                 * @example [
                 *       "x61ffdb93"
                 *     ]
                 */
                without?: string[];
                /** @description How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist. */
                words?: "auto" | "all" | "most" | "any";
                /**
                 * @description Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.
                 * @example [
                 *       "it",
                 *       "en"
                 *     ]
                 */
                lang?: string[];
                /**
                 * @description Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.
                 * @example [
                 *       "semiconductors"
                 *     ]
                 */
                topic?: string[];
                /**
                 * @description Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.
                 * @example [
                 *       "eu:2016/679"
                 *     ]
                 */
                reference?: string[];
                /**
                 * @description Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.
                 * @example [
                 *       "bandi"
                 *     ]
                 */
                tag?: string[];
                /**
                 * @description Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "Commissione europea"
                 *     ]
                 */
                source?: string[];
                /**
                 * @description Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.
                 * @example [
                 *       "reports"
                 *     ]
                 */
                place?: string[];
                /**
                 * @description Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "minutes/2024"
                 *     ]
                 */
                folder?: string[];
                /** @description Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`. */
                from?: string;
                /** @description Only documents published on or before; 2024 means to its last day. */
                to?: string;
                /** @description What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`. */
                undated?: "exclude" | "include" | "only";
                /** @description `no`: only documents of which there is no translation here; `yes`: only those of which there is one. */
                translated?: "yes" | "no";
                /**
                 * @description Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.
                 * @example [
                 *       "published",
                 *       "updated"
                 *     ]
                 */
                dateBasis?: string[];
                /** @description `fold`, the default: of near copies on one page only the best is a result, and the others are named in its `copies`, so that a page may have fewer results than its size. `show`: each is a result. Totals, facets and pages count documents either way. */
                copies?: "fold" | "show";
                /** @description `auto`, the default: where an embedder is set up, documents are also found by meaning, whatever their words: those that are clearly nearer to `q` than others are, fulfill the filters and have nothing that is excluded. `foundBy` of a result and `byMeaning` tell. Words alone find in any case where `q` has a quoted phrase or is still being typed (`prefix`), with `words`, `expand=none`, `sort` by date and `cursor`, and if the embedder does not answer at once; then `warnings` says so. `off`: words alone. */
                meaning?: "auto" | "off";
                /** @description `relevance` (default), `date` oldest first, `-date` newest first. Undated documents come last. */
                sort?: "relevance" | "date" | "-date";
                /** @description Page, from 1 (default). Where documents come and go meanwhile, some may stand on two pages or on none: `cursor` does not have that. */
                page?: number;
                /**
                 * @description To go through all matches, however many, while documents come and go: `*` to begin with, then `nextCursor` of each answer, until that is null. What is looked for, filters and `sort` have to stay; `size`, `fields` and others may change. No document is given twice on the way, and one that matches all the time and stays as it is, is given once. By date, one whose date changes meanwhile may be given again or not at all. What comes on the way is given if its place in the order is still ahead. A cursor does not expire. Not together with `page`.
                 * @example *
                 */
                cursor?: string;
                /** @description Documents a page; default 20. 0: none, for totals, facets and histogram alone. */
                size?: number;
                /**
                 * @description Properties of the results that are wanted, `id` always among them: id, place, path, paths, url, title, lang, date, datePrecision, dateBasis, source, topics, references, tags, translations, copies, copiesTotal, titleHighlights, titleHtml, score, missing, foundBy, passages; several as those of `facets`. Default: all. What is left out need not be looked up, passages most of all.
                 * @example [
                 *       "title",
                 *       "date"
                 *     ]
                 */
                fields?: string[];
                /**
                 * @description Fields to count the matching documents by: topic, reference, tag, lang, year, month, dateBasis, source, place, folder. Several with commas between them, or by repeating the parameter.
                 * @example [
                 *       "topic",
                 *       "lang"
                 *     ]
                 */
                facets?: string[];
                /** @description Adds `histogram` to the answer: how many documents were published in each year, month or day. `auto` takes the finest of them that gives no more than about a hundred buckets and leaves no more than half of the dated documents out. Documents dated by a month count in years and months, those dated by a year in years. */
                interval?: "auto" | "year" | "month" | "day";
                /** @description `html` adds title and passages as escaped HTML with `<mark>` around what matches. */
                format?: "json" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the documents that match, and how many there are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "query": {
                     *         "q": "semiconduttori",
                     *         "queryLang": {
                     *           "value": "it",
                     *           "source": "detected",
                     *           "confidence": 0.953
                     *         },
                     *         "terms": [
                     *           "semiconduttori"
                     *         ],
                     *         "matching": {
                     *           "words": "all",
                     *           "share": 1,
                     *           "languages": [
                     *             {
                     *               "lang": "it",
                     *               "share": 1,
                     *               "unasked": []
                     *             },
                     *             {
                     *               "lang": "en",
                     *               "share": 1,
                     *               "unasked": []
                     *             }
                     *           ]
                     *         },
                     *         "filters": {
                     *           "lang": [],
                     *           "topic": [],
                     *           "reference": [],
                     *           "tag": [],
                     *           "source": [],
                     *           "dateBasis": [],
                     *           "place": [],
                     *           "folder": [],
                     *           "from": "2023-01-01",
                     *           "to": null,
                     *           "undated": "exclude",
                     *           "translated": null
                     *         },
                     *         "sort": "relevance"
                     *       },
                     *       "corrections": [],
                     *       "completions": [],
                     *       "relaxations": [],
                     *       "expansions": [
                     *         {
                     *           "id": "xf0384048",
                     *           "from": "semiconduttori",
                     *           "to": "semiconductors",
                     *           "lang": "en",
                     *           "weight": 0.9,
                     *           "via": "lexicon"
                     *         }
                     *       ],
                     *       "total": {
                     *         "value": 8,
                     *         "relation": "eq"
                     *       },
                     *       "byMeaning": 0,
                     *       "undated": 2,
                     *       "results": [
                     *         {
                     *           "id": "0ddb2d563fa86b01",
                     *           "place": "sample",
                     *           "path": "it/sicurezza-economica-europea.txt",
                     *           "paths": [
                     *             {
                     *               "place": "sample",
                     *               "path": "it/sicurezza-economica-europea.txt"
                     *             }
                     *           ],
                     *           "url": null,
                     *           "title": "Sicurezza economica: dalla strategia alle prime proposte",
                     *           "lang": "it",
                     *           "date": "2024-01-24",
                     *           "datePrecision": "day",
                     *           "dateBasis": "published",
                     *           "source": "Commissione europea, comunicazione congiunta JOIN(2023) 20",
                     *           "topics": [
                     *             {
                     *               "id": "economic-security",
                     *               "label": "Economic security and digital trade",
                     *               "words": [
                     *                 "sicurezza economica",
                     *                 "controlli sulle esportazioni"
                     *               ],
                     *               "score": 0.97
                     *             }
                     *           ],
                     *           "references": [
                     *             {
                     *               "id": "eu:2023/2113",
                     *               "label": "Act (EU) 2023/2113",
                     *               "articles": []
                     *             }
                     *           ],
                     *           "tags": [],
                     *           "translations": [
                     *             {
                     *               "id": "90f75ff9ae3a0d2f",
                     *               "lang": "en",
                     *               "title": "Economic security: from the strategy to the first proposals",
                     *               "path": "en/european-economic-security.txt"
                     *             }
                     *           ],
                     *           "copies": [],
                     *           "copiesTotal": 0,
                     *           "titleHighlights": [],
                     *           "score": 2.687,
                     *           "missing": [],
                     *           "foundBy": [
                     *             "words"
                     *           ],
                     *           "passages": [
                     *             {
                     *               "id": "0ddb2d563fa86b01-2",
                     *               "lang": "it",
                     *               "heading": [
                     *                 "Le tecnologie da valutare per prime"
                     *               ],
                     *               "text": "Con la raccomandazione (UE) 2023/2113, del 3 ottobre 2023, la Commissione ha individuato dieci settori tecnologici critici. Per quattro ha chiesto agli Stati una valutazione immediata dei rischi: semiconduttori avanzati, intelligenza artificiale, tecnologie quantistiche, biotecnologie.",
                     *               "start": 847,
                     *               "end": 1133,
                     *               "highlights": [
                     *                 {
                     *                   "start": 196,
                     *                   "end": 210
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "facets": {
                     *         "lang": {
                     *           "buckets": [
                     *             {
                     *               "value": "en",
                     *               "label": "en",
                     *               "count": 4,
                     *               "selected": false
                     *             },
                     *             {
                     *               "value": "it",
                     *               "label": "it",
                     *               "count": 4,
                     *               "selected": false
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "page": {
                     *         "number": 1,
                     *         "size": 1,
                     *         "pages": 8
                     *       },
                     *       "links": {
                     *         "self": "/v1/search?q=semiconduttori&from=2023&facets=lang&size=1",
                     *         "next": "/v1/search?q=semiconduttori&from=2023&facets=lang&size=1&page=2"
                     *       },
                     *       "warnings": [],
                     *       "tookMs": 7.412,
                     *       "index": {
                     *         "generation": "mwrar7v3ef34"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SearchResponse"];
                };
            };
        };
    };
    searchByPost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchBody"];
            };
        };
        responses: {
            /** @description A page of the documents that match, and how many there are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "query": {
                     *         "q": "semiconduttori",
                     *         "queryLang": {
                     *           "value": "it",
                     *           "source": "detected",
                     *           "confidence": 0.953
                     *         },
                     *         "terms": [
                     *           "semiconduttori"
                     *         ],
                     *         "matching": {
                     *           "words": "all",
                     *           "share": 1,
                     *           "languages": [
                     *             {
                     *               "lang": "it",
                     *               "share": 1,
                     *               "unasked": []
                     *             },
                     *             {
                     *               "lang": "en",
                     *               "share": 1,
                     *               "unasked": []
                     *             }
                     *           ]
                     *         },
                     *         "filters": {
                     *           "lang": [],
                     *           "topic": [],
                     *           "reference": [],
                     *           "tag": [],
                     *           "source": [],
                     *           "dateBasis": [],
                     *           "place": [],
                     *           "folder": [],
                     *           "from": "2023-01-01",
                     *           "to": null,
                     *           "undated": "exclude",
                     *           "translated": null
                     *         },
                     *         "sort": "relevance"
                     *       },
                     *       "corrections": [],
                     *       "completions": [],
                     *       "relaxations": [],
                     *       "expansions": [
                     *         {
                     *           "id": "xf0384048",
                     *           "from": "semiconduttori",
                     *           "to": "semiconductors",
                     *           "lang": "en",
                     *           "weight": 0.9,
                     *           "via": "lexicon"
                     *         }
                     *       ],
                     *       "total": {
                     *         "value": 8,
                     *         "relation": "eq"
                     *       },
                     *       "byMeaning": 0,
                     *       "undated": 2,
                     *       "results": [
                     *         {
                     *           "id": "0ddb2d563fa86b01",
                     *           "place": "sample",
                     *           "path": "it/sicurezza-economica-europea.txt",
                     *           "paths": [
                     *             {
                     *               "place": "sample",
                     *               "path": "it/sicurezza-economica-europea.txt"
                     *             }
                     *           ],
                     *           "url": null,
                     *           "title": "Sicurezza economica: dalla strategia alle prime proposte",
                     *           "lang": "it",
                     *           "date": "2024-01-24",
                     *           "datePrecision": "day",
                     *           "dateBasis": "published",
                     *           "source": "Commissione europea, comunicazione congiunta JOIN(2023) 20",
                     *           "topics": [
                     *             {
                     *               "id": "economic-security",
                     *               "label": "Economic security and digital trade",
                     *               "words": [
                     *                 "sicurezza economica",
                     *                 "controlli sulle esportazioni"
                     *               ],
                     *               "score": 0.97
                     *             }
                     *           ],
                     *           "references": [
                     *             {
                     *               "id": "eu:2023/2113",
                     *               "label": "Act (EU) 2023/2113",
                     *               "articles": []
                     *             }
                     *           ],
                     *           "tags": [],
                     *           "translations": [
                     *             {
                     *               "id": "90f75ff9ae3a0d2f",
                     *               "lang": "en",
                     *               "title": "Economic security: from the strategy to the first proposals",
                     *               "path": "en/european-economic-security.txt"
                     *             }
                     *           ],
                     *           "copies": [],
                     *           "copiesTotal": 0,
                     *           "titleHighlights": [],
                     *           "score": 2.687,
                     *           "missing": [],
                     *           "foundBy": [
                     *             "words"
                     *           ],
                     *           "passages": [
                     *             {
                     *               "id": "0ddb2d563fa86b01-2",
                     *               "lang": "it",
                     *               "heading": [
                     *                 "Le tecnologie da valutare per prime"
                     *               ],
                     *               "text": "Con la raccomandazione (UE) 2023/2113, del 3 ottobre 2023, la Commissione ha individuato dieci settori tecnologici critici. Per quattro ha chiesto agli Stati una valutazione immediata dei rischi: semiconduttori avanzati, intelligenza artificiale, tecnologie quantistiche, biotecnologie.",
                     *               "start": 847,
                     *               "end": 1133,
                     *               "highlights": [
                     *                 {
                     *                   "start": 196,
                     *                   "end": 210
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "facets": {
                     *         "lang": {
                     *           "buckets": [
                     *             {
                     *               "value": "en",
                     *               "label": "en",
                     *               "count": 4,
                     *               "selected": false
                     *             },
                     *             {
                     *               "value": "it",
                     *               "label": "it",
                     *               "count": 4,
                     *               "selected": false
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "page": {
                     *         "number": 1,
                     *         "size": 1,
                     *         "pages": 8
                     *       },
                     *       "links": {
                     *         "self": "/v1/search?q=semiconduttori&from=2023&facets=lang&size=1",
                     *         "next": "/v1/search?q=semiconduttori&from=2023&facets=lang&size=1&page=2"
                     *       },
                     *       "warnings": [],
                     *       "tookMs": 7.412,
                     *       "index": {
                     *         "generation": "mwrar7v3ef34"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SearchResponse"];
                };
            };
        };
    };
    multiSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MultiSearchBody"];
            };
        };
        responses: {
            /** @description What came of several searches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcomes": [
                     *         {
                     *           "status": 200,
                     *           "answer": {
                     *             "query": {
                     *               "q": "semiconduttori",
                     *               "queryLang": {
                     *                 "value": "it",
                     *                 "source": "detected",
                     *                 "confidence": 0.953
                     *               },
                     *               "terms": [
                     *                 "semiconduttori"
                     *               ],
                     *               "matching": {
                     *                 "words": "all",
                     *                 "share": 1,
                     *                 "languages": [
                     *                   {
                     *                     "lang": "it",
                     *                     "share": 1,
                     *                     "unasked": []
                     *                   },
                     *                   {
                     *                     "lang": "en",
                     *                     "share": 1,
                     *                     "unasked": []
                     *                   }
                     *                 ]
                     *               },
                     *               "filters": {
                     *                 "lang": [],
                     *                 "topic": [],
                     *                 "reference": [],
                     *                 "tag": [],
                     *                 "source": [],
                     *                 "dateBasis": [],
                     *                 "place": [],
                     *                 "folder": [],
                     *                 "from": "2023-01-01",
                     *                 "to": null,
                     *                 "undated": "exclude",
                     *                 "translated": null
                     *               },
                     *               "sort": "relevance"
                     *             },
                     *             "corrections": [],
                     *             "completions": [],
                     *             "relaxations": [],
                     *             "expansions": [
                     *               {
                     *                 "id": "xf0384048",
                     *                 "from": "semiconduttori",
                     *                 "to": "semiconductors",
                     *                 "lang": "en",
                     *                 "weight": 0.9,
                     *                 "via": "lexicon"
                     *               }
                     *             ],
                     *             "total": {
                     *               "value": 8,
                     *               "relation": "eq"
                     *             },
                     *             "byMeaning": 0,
                     *             "undated": 2,
                     *             "results": [
                     *               {
                     *                 "id": "0ddb2d563fa86b01",
                     *                 "place": "sample",
                     *                 "path": "it/sicurezza-economica-europea.txt",
                     *                 "paths": [
                     *                   {
                     *                     "place": "sample",
                     *                     "path": "it/sicurezza-economica-europea.txt"
                     *                   }
                     *                 ],
                     *                 "url": null,
                     *                 "title": "Sicurezza economica: dalla strategia alle prime proposte",
                     *                 "lang": "it",
                     *                 "date": "2024-01-24",
                     *                 "datePrecision": "day",
                     *                 "dateBasis": "published",
                     *                 "source": "Commissione europea, comunicazione congiunta JOIN(2023) 20",
                     *                 "topics": [
                     *                   {
                     *                     "id": "economic-security",
                     *                     "label": "Economic security and digital trade",
                     *                     "words": [
                     *                       "sicurezza economica",
                     *                       "controlli sulle esportazioni"
                     *                     ],
                     *                     "score": 0.97
                     *                   }
                     *                 ],
                     *                 "references": [
                     *                   {
                     *                     "id": "eu:2023/2113",
                     *                     "label": "Act (EU) 2023/2113",
                     *                     "articles": []
                     *                   }
                     *                 ],
                     *                 "tags": [],
                     *                 "translations": [
                     *                   {
                     *                     "id": "90f75ff9ae3a0d2f",
                     *                     "lang": "en",
                     *                     "title": "Economic security: from the strategy to the first proposals",
                     *                     "path": "en/european-economic-security.txt"
                     *                   }
                     *                 ],
                     *                 "copies": [],
                     *                 "copiesTotal": 0,
                     *                 "titleHighlights": [],
                     *                 "score": 2.687,
                     *                 "missing": [],
                     *                 "foundBy": [
                     *                   "words"
                     *                 ],
                     *                 "passages": [
                     *                   {
                     *                     "id": "0ddb2d563fa86b01-2",
                     *                     "lang": "it",
                     *                     "heading": [
                     *                       "Le tecnologie da valutare per prime"
                     *                     ],
                     *                     "text": "Con la raccomandazione (UE) 2023/2113, del 3 ottobre 2023, la Commissione ha individuato dieci settori tecnologici critici. Per quattro ha chiesto agli Stati una valutazione immediata dei rischi: semiconduttori avanzati, intelligenza artificiale, tecnologie quantistiche, biotecnologie.",
                     *                     "start": 847,
                     *                     "end": 1133,
                     *                     "highlights": [
                     *                       {
                     *                         "start": 196,
                     *                         "end": 210
                     *                       }
                     *                     ]
                     *                   }
                     *                 ]
                     *               }
                     *             ],
                     *             "facets": {
                     *               "lang": {
                     *                 "buckets": [
                     *                   {
                     *                     "value": "en",
                     *                     "label": "en",
                     *                     "count": 4,
                     *                     "selected": false
                     *                   },
                     *                   {
                     *                     "value": "it",
                     *                     "label": "it",
                     *                     "count": 4,
                     *                     "selected": false
                     *                   }
                     *                 ]
                     *               }
                     *             },
                     *             "page": {
                     *               "number": 1,
                     *               "size": 1,
                     *               "pages": 8
                     *             },
                     *             "links": {
                     *               "self": "/v1/search?q=semiconduttori&from=2023&facets=lang&size=1",
                     *               "next": "/v1/search?q=semiconduttori&from=2023&facets=lang&size=1&page=2"
                     *             },
                     *             "warnings": [],
                     *             "tookMs": 7.412,
                     *             "index": {
                     *               "generation": "mwrar7v3ef34"
                     *             }
                     *           }
                     *         },
                     *         {
                     *           "status": 400,
                     *           "problem": {
                     *             "type": "/problems/invalid-parameter",
                     *             "title": "A parameter is not valid",
                     *             "status": 400,
                     *             "detail": "There is no parameter \"langs\". Did you mean \"lang\"?",
                     *             "requestId": "0b0f9c1e-7f3e-4c57-9a41-2f6f0d1f7a55",
                     *             "errors": [
                     *               {
                     *                 "parameter": "langs",
                     *                 "detail": "There is no parameter \"langs\". Did you mean \"lang\"?",
                     *                 "nearest": "lang"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "tookMs": 9.201
                     *     }
                     */
                    "application/json": components["schemas"]["MultiSearchResponse"];
                };
            };
        };
    };
    searchFacet: {
        parameters: {
            query?: {
                /**
                 * @description Text that values or their names have, case and accents aside: first those that begin with it, then those that have a word that does, then all others. Topics and acts are found by their names in either language. Empty or absent: any value, most frequent first.
                 * @example minis
                 */
                q?: string;
                /** @description Values are counted among the documents that a search with this as its `q` finds. Empty or absent: among all. */
                query?: string;
                /** @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for. */
                queryLang?: "auto" | "it" | "en";
                /** @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are. */
                expand?: "auto" | "none";
                /** @description `true`: words that nobody knows are not repaired. Default `false`. */
                exact?: boolean;
                /** @description Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words. */
                prefix?: "false" | "auto" | "true";
                /**
                 * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
                 * @example [
                 *       "x61ffdb93"
                 *     ]
                 */
                without?: string[];
                /** @description How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist. */
                words?: "auto" | "all" | "most" | "any";
                /**
                 * @description Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.
                 * @example [
                 *       "it",
                 *       "en"
                 *     ]
                 */
                lang?: string[];
                /**
                 * @description Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.
                 * @example [
                 *       "semiconductors"
                 *     ]
                 */
                topic?: string[];
                /**
                 * @description Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.
                 * @example [
                 *       "eu:2016/679"
                 *     ]
                 */
                reference?: string[];
                /**
                 * @description Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.
                 * @example [
                 *       "bandi"
                 *     ]
                 */
                tag?: string[];
                /**
                 * @description Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "Commissione europea"
                 *     ]
                 */
                source?: string[];
                /**
                 * @description Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.
                 * @example [
                 *       "reports"
                 *     ]
                 */
                place?: string[];
                /**
                 * @description Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "minutes/2024"
                 *     ]
                 */
                folder?: string[];
                /** @description Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`. */
                from?: string;
                /** @description Only documents published on or before; 2024 means to its last day. */
                to?: string;
                /** @description What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`. */
                undated?: "exclude" | "include" | "only";
                /** @description `no`: only documents of which there is no translation here; `yes`: only those of which there is one. */
                translated?: "yes" | "no";
                /**
                 * @description Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.
                 * @example [
                 *       "published",
                 *       "updated"
                 *     ]
                 */
                dateBasis?: string[];
                /** @description At most so many values; default 20. */
                size?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The facet: topic, reference, tag, lang, year, month, dateBasis, source, place, folder.
                 * @example source
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Values of a facet that have a text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "facet": "topic",
                     *       "q": "semi",
                     *       "buckets": [
                     *         {
                     *           "value": "semiconductors",
                     *           "label": "Semiconductors and microelectronics",
                     *           "count": 4,
                     *           "selected": false
                     *         }
                     *       ],
                     *       "total": {
                     *         "value": 1,
                     *         "relation": "eq"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["FacetResponse"];
                };
            };
        };
    };
    suggest: {
        parameters: {
            query: {
                /**
                 * @description What has been typed so far. Its last word is taken for a beginning, unless something follows it; case and accents do not matter.
                 * @example semicond
                 */
                q: string;
                /** @description Language of suggestions. Default: both. */
                lang?: "it" | "en";
                /** @description Suggestions at most; default 8. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What an unfinished query may become. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "q": "semicond",
                     *       "suggestions": [
                     *         {
                     *           "kind": "word",
                     *           "text": "semiconductors",
                     *           "lang": "en",
                     *           "documents": 4,
                     *           "id": null,
                     *           "translation": {
                     *             "text": "semiconduttori",
                     *             "lang": "it"
                     *           }
                     *         },
                     *         {
                     *           "kind": "topic",
                     *           "text": "Semiconduttori e microelettronica",
                     *           "lang": "it",
                     *           "documents": 4,
                     *           "id": "semiconductors",
                     *           "translation": {
                     *             "text": "Semiconductors and microelectronics",
                     *             "lang": "en"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SuggestResponse"];
                };
            };
        };
    };
    getRelated: {
        parameters: {
            query?: {
                /** @description Only documents in this language. Default: any. */
                lang?: "it" | "en";
                /** @description Similar documents of each language at most; default 5. Translations and copies come besides. */
                size?: number;
            };
            header?: never;
            path: {
                /** @description Identifier, as results carry it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documents that are about the same as another one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dea25c75adcb7db8",
                     *       "words": [
                     *         "idrogeno",
                     *         "Roma",
                     *         "sud",
                     *         "rinnovabile",
                     *         "cinque",
                     *         "tonnellate",
                     *         "paesi",
                     *         "acqua"
                     *       ],
                     *       "results": [
                     *         {
                     *           "id": "0420626f13325a81",
                     *           "place": "sample",
                     *           "path": "en/hydrogen-europe-japan.txt",
                     *           "paths": [
                     *             {
                     *               "place": "sample",
                     *               "path": "en/hydrogen-europe-japan.txt"
                     *             }
                     *           ],
                     *           "url": null,
                     *           "title": "Hydrogen: Japan raises its target, Europe looks for partners",
                     *           "lang": "en",
                     *           "date": "2023-06",
                     *           "datePrecision": "month",
                     *           "dateBasis": "published",
                     *           "source": "Japanese Ministry of Economy, Trade and Industry; European Commission",
                     *           "topics": [
                     *             {
                     *               "id": "energy",
                     *               "label": "Green and energy technologies",
                     *               "words": [
                     *                 "hydrogen",
                     *                 "renewable hydrogen"
                     *               ],
                     *               "score": 1
                     *             }
                     *           ],
                     *           "references": [],
                     *           "tags": [],
                     *           "translations": [],
                     *           "copies": [],
                     *           "copiesTotal": 0,
                     *           "relation": "similar",
                     *           "score": 9.106,
                     *           "shared": [
                     *             {
                     *               "word": "idrogeno",
                     *               "as": "hydrogen"
                     *             },
                     *             {
                     *               "word": "rinnovabile",
                     *               "as": "renewable"
                     *             },
                     *             {
                     *               "word": "tonnellate",
                     *               "as": "tonnes"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RelatedResponse"];
                };
            };
        };
    };
    exportDocuments: {
        parameters: {
            query?: {
                /** @description `jsonl`, the default: a JSON object a line. `csv`: a table (RFC 4180, UTF-8) with a line of names; several values are separated by `; `, and a value that a spreadsheet would take for a formula has an apostrophe before it. `ris` and `bibtex`: for reference managers. */
                format?: "jsonl" | "csv" | "ris" | "bibtex";
                /** @description What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude; up to 16 different quoted or excluded phrases are taken. Empty or absent: browse everything, newest first. */
                q?: string;
                /** @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for. */
                queryLang?: "auto" | "it" | "en";
                /** @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are. */
                expand?: "auto" | "none";
                /** @description `true`: words that nobody knows are not repaired. Default `false`. */
                exact?: boolean;
                /** @description Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words. */
                prefix?: "false" | "auto" | "true";
                /**
                 * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
                 * @example [
                 *       "x61ffdb93"
                 *     ]
                 */
                without?: string[];
                /** @description How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist. */
                words?: "auto" | "all" | "most" | "any";
                /**
                 * @description Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.
                 * @example [
                 *       "it",
                 *       "en"
                 *     ]
                 */
                lang?: string[];
                /**
                 * @description Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.
                 * @example [
                 *       "semiconductors"
                 *     ]
                 */
                topic?: string[];
                /**
                 * @description Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.
                 * @example [
                 *       "eu:2016/679"
                 *     ]
                 */
                reference?: string[];
                /**
                 * @description Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.
                 * @example [
                 *       "bandi"
                 *     ]
                 */
                tag?: string[];
                /**
                 * @description Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "Commissione europea"
                 *     ]
                 */
                source?: string[];
                /**
                 * @description Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.
                 * @example [
                 *       "reports"
                 *     ]
                 */
                place?: string[];
                /**
                 * @description Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "minutes/2024"
                 *     ]
                 */
                folder?: string[];
                /** @description Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`. */
                from?: string;
                /** @description Only documents published on or before; 2024 means to its last day. */
                to?: string;
                /** @description What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`. */
                undated?: "exclude" | "include" | "only";
                /** @description `no`: only documents of which there is no translation here; `yes`: only those of which there is one. */
                translated?: "yes" | "no";
                /**
                 * @description Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.
                 * @example [
                 *       "published",
                 *       "updated"
                 *     ]
                 */
                dateBasis?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The documents, in the format that was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"id":"2d7cbee9cbf0d1da","place":"sample","path":"it/materie-prime-critiche.md","paths":[{"place":"sample","path":"it/materie-prime-critiche.md"}],"url":"https://eur-lex.europa.eu/eli/reg/2024/1252/oj","title":"Materie prime critiche: le nuove regole e l'intesa con il Giappone","lang":"it","date":"2024-05-23","datePrecision":"day","dateBasis":"published","source":"Gazzetta ufficiale dell'Unione europea","topics":[{"id":"raw-materials","label":"Critical raw materials and supply chains","words":["Materie prime critiche","terre rare"],"score":1}],"references":[{"id":"eu:2024/1252","label":"Regulation (EU) 2024/1252 (Critical Raw Materials Act)","articles":[]}],"tags":[],"translations":[],"revision":1} */
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/x-research-info-systems": string;
                    "application/x-bibtex": string;
                };
            };
        };
    };
    batch: {
        parameters: {
            query?: {
                /** @description The number of a change, as an earlier batch or `/v1/stats` gave it: `new` counts the matches that came or were changed after it, and only these are listed. */
                since?: number;
                /** @description Documents named for each query; default 10. */
                size?: number;
                /** @description `jsonl`, the default: a JSON object for each query. `csv`: a row for each document, or one for a query that has none or failed. */
                format?: "jsonl" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchBody"];
                "text/csv": string;
            };
        };
        responses: {
            /** @description A line for each query. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"line":1,"id":"chips","q":"semiconduttori","status":"done","total":8,"change":1,"results":[{"id":"2d7cbee9cbf0d1da","title":"Materie prime critiche: le nuove regole e l'intesa con il Giappone","lang":"it","date":"2024-05-23","url":"https://eur-lex.europa.eu/eli/reg/2024/1252/oj","place":"sample","path":"it/materie-prime-critiche.md"}],"warnings":[]} */
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
        };
    };
    getTerms: {
        parameters: {
            query: {
                /** @description A word, or a few. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the index knows of some words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "q": "semiconduttore",
                     *       "languages": [
                     *         {
                     *           "lang": "it",
                     *           "words": [
                     *             {
                     *               "word": "semiconduttore",
                     *               "term": "semiconduttor",
                     *               "forms": [
                     *                 "semiconduttori"
                     *               ],
                     *               "documents": 4,
                     *               "passages": 11,
                     *               "known": true
                     *             }
                     *           ],
                     *           "expansions": [
                     *             {
                     *               "id": "xddb39869",
                     *               "from": "semiconduttore",
                     *               "to": "semiconductor",
                     *               "lang": "en",
                     *               "weight": 0.9,
                     *               "via": "lexicon",
                     *               "documents": 4
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TermsResponse"];
                };
            };
        };
    };
    getStats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What there is, in numbers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "documents": 40,
                     *       "passages": 188,
                     *       "terms": 2865,
                     *       "languages": [
                     *         {
                     *           "lang": "en",
                     *           "documents": 20,
                     *           "translated": 12
                     *         },
                     *         {
                     *           "lang": "it",
                     *           "documents": 20,
                     *           "translated": 12
                     *         }
                     *       ],
                     *       "places": [
                     *         {
                     *           "place": "sample",
                     *           "documents": 40
                     *         }
                     *       ],
                     *       "sources": [
                     *         {
                     *           "source": "European Commission",
                     *           "documents": 2
                     *         }
                     *       ],
                     *       "dates": {
                     *         "dated": 38,
                     *         "undated": 2,
                     *         "firstYear": "2023",
                     *         "lastYear": "2025",
                     *         "bases": [
                     *           {
                     *             "basis": "published",
                     *             "documents": 38
                     *           }
                     *         ]
                     *       },
                     *       "translated": 24,
                     *       "copies": 0,
                     *       "embedded": null,
                     *       "index": {
                     *         "generation": "mx37x2vp226d",
                     *         "builtAt": "2026-11-30T12:02:06.942Z",
                     *         "change": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["StatsResponse"];
                };
            };
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description Length of a period; default `month`. */
                interval?: "month" | "year";
                /** @description What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude; up to 16 different quoted or excluded phrases are taken. Empty or absent: browse everything, newest first. */
                q?: string;
                /** @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for. */
                queryLang?: "auto" | "it" | "en";
                /** @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are. */
                expand?: "auto" | "none";
                /** @description `true`: words that nobody knows are not repaired. Default `false`. */
                exact?: boolean;
                /** @description Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words. */
                prefix?: "false" | "auto" | "true";
                /**
                 * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
                 * @example [
                 *       "x61ffdb93"
                 *     ]
                 */
                without?: string[];
                /** @description How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist. */
                words?: "auto" | "all" | "most" | "any";
                /**
                 * @description Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.
                 * @example [
                 *       "it",
                 *       "en"
                 *     ]
                 */
                lang?: string[];
                /**
                 * @description Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.
                 * @example [
                 *       "semiconductors"
                 *     ]
                 */
                topic?: string[];
                /**
                 * @description Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.
                 * @example [
                 *       "eu:2016/679"
                 *     ]
                 */
                reference?: string[];
                /**
                 * @description Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.
                 * @example [
                 *       "bandi"
                 *     ]
                 */
                tag?: string[];
                /**
                 * @description Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "Commissione europea"
                 *     ]
                 */
                source?: string[];
                /**
                 * @description Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.
                 * @example [
                 *       "reports"
                 *     ]
                 */
                place?: string[];
                /**
                 * @description Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "minutes/2024"
                 *     ]
                 */
                folder?: string[];
                /** @description Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`. */
                from?: string;
                /** @description Only documents published on or before; 2024 means to its last day. */
                to?: string;
                /** @description What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`. */
                undated?: "exclude" | "include" | "only";
                /** @description `no`: only documents of which there is no translation here; `yes`: only those of which there is one. */
                translated?: "yes" | "no";
                /**
                 * @description Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.
                 * @example [
                 *       "published",
                 *       "updated"
                 *     ]
                 */
                dateBasis?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documents by topic, language and period. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "interval": "year",
                     *       "total": 4,
                     *       "topics": [
                     *         {
                     *           "id": "semiconductors",
                     *           "label": "Semiconductors and microelectronics",
                     *           "languages": [
                     *             {
                     *               "lang": "en",
                     *               "documents": 2,
                     *               "undated": 0,
                     *               "periods": [
                     *                 {
                     *                   "period": "2023",
                     *                   "documents": 1
                     *                 },
                     *                 {
                     *                   "period": "2024",
                     *                   "documents": 1
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "omitted": 0
                     *     }
                     */
                    "application/json": components["schemas"]["TimelineResponse"];
                };
            };
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                /** @description Documents without a translation that are named for each language; default 20. */
                size?: number;
                /** @description What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude; up to 16 different quoted or excluded phrases are taken. Empty or absent: browse everything, newest first. */
                q?: string;
                /** @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for. */
                queryLang?: "auto" | "it" | "en";
                /** @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are. */
                expand?: "auto" | "none";
                /** @description `true`: words that nobody knows are not repaired. Default `false`. */
                exact?: boolean;
                /** @description Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words. */
                prefix?: "false" | "auto" | "true";
                /**
                 * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
                 * @example [
                 *       "x61ffdb93"
                 *     ]
                 */
                without?: string[];
                /** @description How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist. */
                words?: "auto" | "all" | "most" | "any";
                /**
                 * @description Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.
                 * @example [
                 *       "it",
                 *       "en"
                 *     ]
                 */
                lang?: string[];
                /**
                 * @description Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.
                 * @example [
                 *       "semiconductors"
                 *     ]
                 */
                topic?: string[];
                /**
                 * @description Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.
                 * @example [
                 *       "eu:2016/679"
                 *     ]
                 */
                reference?: string[];
                /**
                 * @description Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.
                 * @example [
                 *       "bandi"
                 *     ]
                 */
                tag?: string[];
                /**
                 * @description Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "Commissione europea"
                 *     ]
                 */
                source?: string[];
                /**
                 * @description Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.
                 * @example [
                 *       "reports"
                 *     ]
                 */
                place?: string[];
                /**
                 * @description Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "minutes/2024"
                 *     ]
                 */
                folder?: string[];
                /** @description Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`. */
                from?: string;
                /** @description Only documents published on or before; 2024 means to its last day. */
                to?: string;
                /** @description What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`. */
                undated?: "exclude" | "include" | "only";
                /** @description `no`: only documents of which there is no translation here; `yes`: only those of which there is one. */
                translated?: "yes" | "no";
                /**
                 * @description Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.
                 * @example [
                 *       "published",
                 *       "updated"
                 *     ]
                 */
                dateBasis?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What exists in one language only. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "languages": [
                     *         {
                     *           "lang": "it",
                     *           "documents": 2,
                     *           "untranslated": 0,
                     *           "newest": []
                     *         },
                     *         {
                     *           "lang": "en",
                     *           "documents": 2,
                     *           "untranslated": 0,
                     *           "newest": []
                     *         }
                     *       ],
                     *       "topics": [
                     *         {
                     *           "id": "semiconductors",
                     *           "label": "Semiconductors and microelectronics",
                     *           "languages": [
                     *             {
                     *               "lang": "it",
                     *               "documents": 2,
                     *               "first": {
                     *                 "id": "528f19babd6195d5",
                     *                 "title": "Normativa europea sui chip: il regolamento è in vigore",
                     *                 "lang": "it",
                     *                 "date": "2023-09-21",
                     *                 "source": "Gazzetta ufficiale dell'Unione europea",
                     *                 "place": "sample",
                     *                 "path": "it/normativa-europea-sui-chip.md"
                     *               }
                     *             },
                     *             {
                     *               "lang": "en",
                     *               "documents": 2,
                     *               "first": {
                     *                 "id": "6449caa712b949e4",
                     *                 "title": "European Chips Act: the regulation is in force",
                     *                 "lang": "en",
                     *                 "date": "2023-09-21",
                     *                 "source": "Official Journal of the European Union",
                     *                 "place": "sample",
                     *                 "path": "en/european-chips-act.md"
                     *               }
                     *             }
                     *           ],
                     *           "onlyIn": []
                     *         }
                     *       ],
                     *       "omitted": 0
                     *     }
                     */
                    "application/json": components["schemas"]["CoverageResponse"];
                };
            };
        };
    };
    getFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier, as results carry it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                    "application/pdf": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.oasis.opendocument.text": string;
                    "application/vnd.oasis.opendocument.presentation": string;
                    "application/vnd.oasis.opendocument.spreadsheet": string;
                    "application/epub+zip": string;
                    "application/rtf": string;
                    "message/rfc822": string;
                    "text/csv": string;
                    "text/plain": string;
                    "text/markdown": string;
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: {
                /**
                 * @description A search whose matches are marked in the title and in every passage, as `GET /v1/search` marks them. Empty or absent: nothing is marked.
                 * @example semiconduttori
                 */
                q?: string;
                /** @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for. */
                queryLang?: "auto" | "it" | "en";
                /** @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are. */
                expand?: "auto" | "none";
                /** @description `true`: words that nobody knows are not repaired. Default `false`. */
                exact?: boolean;
                /**
                 * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
                 * @example [
                 *       "x61ffdb93"
                 *     ]
                 */
                without?: string[];
                /** @description Page of passages, from 1. */
                page?: number;
                /** @description Passages a page; default 100. */
                size?: number;
            };
            header?: {
                /** @description ETag of the document as it was read before. */
                "if-none-match"?: string;
            };
            path: {
                /** @description Identifier, as results carry it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document with a page of its passages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "90f75ff9ae3a0d2f",
                     *       "place": "sample",
                     *       "path": "en/european-economic-security.txt",
                     *       "paths": [
                     *         {
                     *           "place": "sample",
                     *           "path": "en/european-economic-security.txt"
                     *         }
                     *       ],
                     *       "url": null,
                     *       "title": "Economic security: from the strategy to the first proposals",
                     *       "lang": "en",
                     *       "date": "2024-01-24",
                     *       "datePrecision": "day",
                     *       "dateBasis": "published",
                     *       "source": "European Commission, Joint Communication JOIN(2023) 20",
                     *       "topics": [
                     *         {
                     *           "id": "economic-security",
                     *           "label": "Economic security and digital trade",
                     *           "words": [
                     *             "Economic security",
                     *             "economic dependence"
                     *           ],
                     *           "score": 1
                     *         }
                     *       ],
                     *       "references": [
                     *         {
                     *           "id": "eu:2023/2113",
                     *           "label": "Act (EU) 2023/2113",
                     *           "articles": []
                     *         }
                     *       ],
                     *       "tags": [],
                     *       "translations": [
                     *         {
                     *           "id": "0ddb2d563fa86b01",
                     *           "lang": "it",
                     *           "title": "Sicurezza economica: dalla strategia alle prime proposte",
                     *           "path": "it/sicurezza-economica-europea.txt"
                     *         }
                     *       ],
                     *       "copies": [],
                     *       "copiesTotal": 0,
                     *       "revision": 1,
                     *       "langs": [
                     *         "en"
                     *       ],
                     *       "dateWords": "24 January 2024",
                     *       "dateEvidence": "Brussels, 24 January 2024",
                     *       "passages": [
                     *         {
                     *           "id": "90f75ff9ae3a0d2f-2",
                     *           "lang": "en",
                     *           "heading": [
                     *             "The technologies to be assessed first"
                     *           ],
                     *           "text": "In Recommendation (EU) 2023/2113, of 3 October 2023, the Commission identified ten critical technology areas. For four of them it asked the Member States for an immediate assessment of risks: advanced semiconductors, artificial intelligence, quantum technologies, biotechnologies.",
                     *           "start": 794,
                     *           "end": 1074,
                     *           "highlights": [
                     *             {
                     *               "start": 201,
                     *               "end": 215,
                     *               "expansion": "xf0384048"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "page": {
                     *         "number": 1,
                     *         "size": 100,
                     *         "pages": 1
                     *       },
                     *       "titleHighlights": [],
                     *       "expansions": [
                     *         {
                     *           "id": "xf0384048",
                     *           "from": "semiconduttori",
                     *           "to": "semiconductors",
                     *           "lang": "en",
                     *           "weight": 0.9,
                     *           "via": "learned",
                     *           "evidence": "seen 8 times, first in pairs it/materie-prime-critiche.md:2, it/normativa-europea-sui-chip.md:3, it/normativa-europea-sui-chip.md:9"
                     *         }
                     *       ],
                     *       "matches": {
                     *         "total": 1,
                     *         "pages": [
                     *           {
                     *             "number": 1,
                     *             "count": 1
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DocumentResponse"];
                };
            };
        };
    };
    putDocument: {
        parameters: {
            query?: {
                /** @description Whether to be answered when the change can be seen by searches. What takes longer than some 25 seconds is answered as without it. */
                wait?: boolean;
            };
            header?: {
                /** @description ETag of the document as it was read: if it has been changed since, nothing is done (412). * for any. */
                "if-match"?: string;
                /** @description A name for this request, unlike any other. The same request under the same name is the same job, for a day. */
                "idempotency-key"?: string;
                /** @description * if the document is only to be put when there is none with this id yet (else 412). */
                "if-none-match"?: string;
            };
            path: {
                /** @description Identifier, as results carry it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostedDocument"];
                "text/plain": string;
                "text/markdown": string;
                "text/x-markdown": string;
                "text/x-rst": string;
                "text/prs.fallenstein.rst": string;
                "text/asciidoc": string;
                "text/x-asciidoc": string;
                "text/troff": string;
                "application/x-troff-man": string;
                "text/x-troff": string;
                "text/html": string;
                "application/xhtml+xml": string;
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template": string;
                "application/vnd.ms-word.document.macroenabled.12": string;
                "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
                "application/vnd.openxmlformats-officedocument.presentationml.slideshow": string;
                "application/vnd.openxmlformats-officedocument.presentationml.template": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.template": string;
                "application/vnd.ms-excel.sheet.macroenabled.12": string;
                "application/vnd.oasis.opendocument.text": string;
                "application/vnd.oasis.opendocument.text-template": string;
                "application/vnd.oasis.opendocument.text-flat-xml": string;
                "application/vnd.oasis.opendocument.presentation": string;
                "application/vnd.oasis.opendocument.presentation-template": string;
                "application/vnd.oasis.opendocument.presentation-flat-xml": string;
                "application/vnd.oasis.opendocument.spreadsheet": string;
                "application/vnd.oasis.opendocument.spreadsheet-template": string;
                "application/vnd.oasis.opendocument.spreadsheet-flat-xml": string;
                "application/rtf": string;
                "text/rtf": string;
                "application/epub+zip": string;
                "application/akn+xml": string;
                "application/xml": string;
                "text/xml": string;
                "message/rfc822": string;
                "application/pdf": string;
            };
        };
        responses: {
            /** @description A document with a page of its passages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentResponse"];
                };
            };
            /** @description A document with a page of its passages. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentResponse"];
                };
            };
            /** @description A change that was asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
        };
    };
    deleteDocument: {
        parameters: {
            query?: {
                /** @description Whether to be answered when the change can be seen by searches. What takes longer than some 25 seconds is answered as without it. */
                wait?: boolean;
            };
            header?: {
                /** @description ETag of the document as it was read: if it has been changed since, nothing is done (412). * for any. */
                "if-match"?: string;
                /** @description A name for this request, unlike any other. The same request under the same name is the same job, for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Identifier, as results carry it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A change that was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description A change that was asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
        };
    };
    patchDocument: {
        parameters: {
            query?: {
                /** @description Whether to be answered when the change can be seen by searches. What takes longer than some 25 seconds is answered as without it. */
                wait?: boolean;
            };
            header?: {
                /** @description ETag of the document as it was read: if it has been changed since, nothing is done (412). * for any. */
                "if-match"?: string;
                /** @description A name for this request, unlike any other. The same request under the same name is the same job, for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description Identifier, as results carry it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentPatch"];
                "application/merge-patch+json": components["schemas"]["DocumentPatch"];
            };
        };
        responses: {
            /** @description A document with a page of its passages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentResponse"];
                };
            };
            /** @description A change that was asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
        };
    };
    getParallel: {
        parameters: {
            query?: {
                /** @description Identifier of one of its translations; by default the first of them. */
                with?: string;
            };
            header?: never;
            path: {
                /** @description Identifier, as results carry it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document and its translation, passage by passage. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParallelResponse"];
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The technology areas that documents are sorted into. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicsResponse"];
                };
            };
        };
    };
    getCitation: {
        parameters: {
            query?: {
                /** @description `ris`, the default: as Zotero, EndNote and Mendeley read it. `bibtex`: an entry for BibTeX and BibLaTeX, in UTF-8. */
                format?: "ris" | "bibtex";
                /**
                 * @description The day on which it was read, YYYY-MM-DD, to stand in the entry. Default: none stands there.
                 * @example 2026-11-30
                 */
                accessed?: string;
            };
            header?: never;
            path: {
                /** @description Identifier, as results carry it. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-research-info-systems": string;
                    "application/x-bibtex": string;
                };
            };
        };
    };
    getAtomFeed: {
        parameters: {
            query?: {
                /** @description Documents; default 50. */
                size?: number;
                /** @description What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude; up to 16 different quoted or excluded phrases are taken. Empty or absent: browse everything, newest first. */
                q?: string;
                /** @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for. */
                queryLang?: "auto" | "it" | "en";
                /** @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are. */
                expand?: "auto" | "none";
                /** @description `true`: words that nobody knows are not repaired. Default `false`. */
                exact?: boolean;
                /** @description Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words. */
                prefix?: "false" | "auto" | "true";
                /**
                 * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
                 * @example [
                 *       "x61ffdb93"
                 *     ]
                 */
                without?: string[];
                /** @description How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist. */
                words?: "auto" | "all" | "most" | "any";
                /**
                 * @description Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.
                 * @example [
                 *       "it",
                 *       "en"
                 *     ]
                 */
                lang?: string[];
                /**
                 * @description Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.
                 * @example [
                 *       "semiconductors"
                 *     ]
                 */
                topic?: string[];
                /**
                 * @description Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.
                 * @example [
                 *       "eu:2016/679"
                 *     ]
                 */
                reference?: string[];
                /**
                 * @description Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.
                 * @example [
                 *       "bandi"
                 *     ]
                 */
                tag?: string[];
                /**
                 * @description Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "Commissione europea"
                 *     ]
                 */
                source?: string[];
                /**
                 * @description Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.
                 * @example [
                 *       "reports"
                 *     ]
                 */
                place?: string[];
                /**
                 * @description Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "minutes/2024"
                 *     ]
                 */
                folder?: string[];
                /** @description Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`. */
                from?: string;
                /** @description Only documents published on or before; 2024 means to its last day. */
                to?: string;
                /** @description What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`. */
                undated?: "exclude" | "include" | "only";
                /** @description `no`: only documents of which there is no translation here; `yes`: only those of which there is one. */
                translated?: "yes" | "no";
                /**
                 * @description Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.
                 * @example [
                 *       "published",
                 *       "updated"
                 *     ]
                 */
                dateBasis?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <?xml version="1.0" encoding="utf-8"?>
                     *     <feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
                     *       <id>http://localhost:3000/v1/feed.atom?q=semiconduttori</id>
                     *       <title>Bifora · semiconduttori</title>
                     *       <link rel="self" type="application/atom+xml" href="http://localhost:3000/v1/feed.atom?q=semiconduttori"/>
                     *       <updated>2026-11-30T11:54:51.693Z</updated>
                     *       <author><name>Bifora</name></author>
                     *     </feed>
                     */
                    "application/atom+xml": string;
                };
            };
        };
    };
    getJsonFeed: {
        parameters: {
            query?: {
                /** @description Documents; default 50. */
                size?: number;
                /** @description What to look for, in Italian or English. Words are found in any inflection; `"quoted words"` stand one after another as written; `-word` and `-"quoted words"` exclude; up to 16 different quoted or excluded phrases are taken. Empty or absent: browse everything, newest first. */
                q?: string;
                /** @description Language that `q` is in. `auto`, the default, estimates it; the answer says what it was taken for. */
                queryLang?: "auto" | "it" | "en";
                /** @description `auto`, the default, looks for the words of `q` in both languages; the answer names every translation it used. `none` looks for them only as they are. */
                expand?: "auto" | "none";
                /** @description `true`: words that nobody knows are not repaired. Default `false`. */
                exact?: boolean;
                /** @description Whether the last word of `q` may be unfinished, for searching while somebody types: it is looked for as the beginning of words, the ten most frequent in each language. `auto`: unless white space follows it. `true`: in any case. `false`, the default: as a whole word. A word of grammar, a single letter, and what is quoted or excluded are not finished, and the beginning of a word of the documents is never repaired. `completions` in the answer names the words. */
                prefix?: "false" | "auto" | "true";
                /**
                 * @description Translations that are not wanted: ids from `expansions` of an earlier answer. An id is made of the words, so it means the same in every search that has them.
                 * @example [
                 *       "x61ffdb93"
                 *     ]
                 */
                without?: string[];
                /** @description How many words of `q` a document must have, in any form or translation. `auto`, the default: all of up to three, most of more (rare words weigh more); fewer where less than ten documents of its language have that, but not down to a crowd. `all`, `most` and `any` insist. */
                words?: "auto" | "all" | "most" | "any";
                /**
                 * @description Only documents in any of these languages (ISO 639-1, or `und`). Several with commas between them, or by repeating the parameter.
                 * @example [
                 *       "it",
                 *       "en"
                 *     ]
                 */
                lang?: string[];
                /**
                 * @description Only documents with any of these topics (see `/v1/topics`), or `unclassified`. Several as those of `lang`.
                 * @example [
                 *       "semiconductors"
                 *     ]
                 */
                topic?: string[];
                /**
                 * @description Only documents that refer to any of these acts or standards: by id, as the facet `reference` has it (`eu:2016/679`, `it:dlgs:2005/82`, `iso:27001`), with `#art6` for an article, or in any spelling (`GDPR`, `D.Lgs. 82/2005`). Several are given by repeating the parameter.
                 * @example [
                 *       "eu:2016/679"
                 *     ]
                 */
                reference?: string[];
                /**
                 * @description Only documents with any of these tags of their own authors. The facet `tag` has the most frequent. Several are given by repeating the parameter, since tags may have commas.
                 * @example [
                 *       "bandi"
                 *     ]
                 */
                tag?: string[];
                /**
                 * @description Only documents that any of these have published. The facet `source` has them. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "Commissione europea"
                 *     ]
                 */
                source?: string[];
                /**
                 * @description Only documents of any of these places: the folders that were indexed, by name, `api` for documents that were sent over REST, `sample` for the sample corpus. The facet `place` has all of them. Several are given by repeating the parameter.
                 * @example [
                 *       "reports"
                 *     ]
                 */
                place?: string[];
                /**
                 * @description Only documents in any of these folders of their place, however deep: `minutes/2024`. The facet `folder` has all of them, the folders above included. Several are given by repeating the parameter, since names may have commas.
                 * @example [
                 *       "minutes/2024"
                 *     ]
                 */
                folder?: string[];
                /** @description Only documents published on or after: YYYY, YYYY-MM or YYYY-MM-DD. Of a document that says only its month or year, the whole of that must lie between `from` and `to`. */
                from?: string;
                /** @description Only documents published on or before; 2024 means to its last day. */
                to?: string;
                /** @description What becomes of documents without a date under `from` and `to`: `exclude`, the default, leaves them out, and `undated` in the answer says how many they are; `include` adds them. `only`: only documents without a date, which leaves no room for `from` and `to`. */
                undated?: "exclude" | "include" | "only";
                /** @description `no`: only documents of which there is no translation here; `yes`: only those of which there is one. */
                translated?: "yes" | "no";
                /**
                 * @description Only documents whose date has any of these bases; several as those of `lang`. `published`: the document itself says when it was published (metadata, a label, a byline, a dateline, the title of an act). `updated`: it only says when it was last changed. `inferred`: nobody says it, and it follows from the address, the names of file and folders, an event that the first sentence reports as new, or a table of versions. `unknown`: there is no date.
                 * @example [
                 *       "published",
                 *       "updated"
                 *     ]
                 */
                dateBasis?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "https://jsonfeed.org/version/1.1",
                     *       "title": "Bifora · semiconduttori",
                     *       "home_page_url": "http://localhost:3000/v1/search?q=semiconduttori",
                     *       "feed_url": "http://localhost:3000/v1/feed.json?q=semiconduttori&size=1",
                     *       "items": [
                     *         {
                     *           "id": "http://localhost:3000/v1/documents/2d7cbee9cbf0d1da",
                     *           "url": "https://eur-lex.europa.eu/eli/reg/2024/1252/oj",
                     *           "title": "Materie prime critiche: le nuove regole e l'intesa con il Giappone",
                     *           "content_text": "Litio per le batterie, terre rare per i magneti delle turbine, gallio e germanio per i semiconduttori: senza questi materiali la transizione verde e quella digitale si fermano.",
                     *           "language": "it",
                     *           "date_published": "2026-11-30T11:54:51.693Z",
                     *           "date_modified": "2026-11-30T11:54:51.693Z",
                     *           "authors": [
                     *             {
                     *               "name": "Gazzetta ufficiale dell'Unione europea"
                     *             }
                     *           ],
                     *           "tags": [
                     *             "Critical raw materials and supply chains"
                     *           ],
                     *           "_bifora": {
                     *             "date": "2024-05-23",
                     *             "topics": [
                     *               "raw-materials"
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/feed+json": components["schemas"]["JsonFeed"];
                };
            };
        };
    };
    getLexicon: {
        parameters: {
            query: {
                /** @description A word, or the words of a term. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What lexicons say of some words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "q": "banca dati",
                     *       "languages": [
                     *         {
                     *           "lang": "it",
                     *           "translations": [
                     *             {
                     *               "from": "banca dati",
                     *               "to": "data bank",
                     *               "lang": "en",
                     *               "weight": 0.778,
                     *               "via": "own",
                     *               "lexicons": [
                     *                 "own",
                     *                 "it-en"
                     *               ],
                     *               "rejected": false
                     *             },
                     *             {
                     *               "from": "banca dati",
                     *               "to": "database",
                     *               "lang": "en",
                     *               "weight": 0.222,
                     *               "via": "lexicon",
                     *               "lexicons": [
                     *                 "it-en"
                     *               ],
                     *               "rejected": false
                     *             },
                     *             {
                     *               "from": "dati",
                     *               "to": "dice",
                     *               "lang": "en",
                     *               "weight": 0,
                     *               "via": "own",
                     *               "lexicons": [
                     *                 "rejected"
                     *               ],
                     *               "rejected": true
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "lang": "en",
                     *           "translations": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LexiconResponse"];
                };
            };
        };
    };
    listLexiconPairs: {
        parameters: {
            query?: {
                /** @description Only pairs with this text on either side, whatever its case. */
                q?: string;
                /** @description Only pairs that are rejected, or only those that are not. */
                rejected?: boolean;
                /** @description At most so many; default 100. */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was decided here of pairs of words. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": 2,
                     *       "pairs": [
                     *         {
                     *           "it": "banca dati",
                     *           "en": "data bank",
                     *           "rejected": false
                     *         },
                     *         {
                     *           "it": "dati",
                     *           "en": "dice",
                     *           "rejected": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LexiconPairsResponse"];
                };
            };
        };
    };
    putLexiconPair: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostedPair"];
            };
        };
        responses: {
            /** @description It was decided before, the same or otherwise. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "it": "banca dati",
                     *       "en": "data bank",
                     *       "rejected": false
                     *     }
                     */
                    "application/json": components["schemas"]["LexiconPair"];
                };
            };
            /** @description It is decided now. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LexiconPair"];
                };
            };
        };
    };
    deleteLexiconPair: {
        parameters: {
            query: {
                /**
                 * @description A word or term in Italian.
                 * @example banca dati
                 */
                it: string;
                /**
                 * @description A word or term in English.
                 * @example data bank
                 */
                en: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was taken back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": 1,
                     *       "pairs": [
                     *         {
                     *           "it": "banca dati",
                     *           "en": "data bank",
                     *           "rejected": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["LexiconPairsResponse"];
                };
            };
        };
    };
    getLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveResponse"];
                };
            };
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service answers searches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyResponse"];
                };
            };
        };
    };
    postDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description A line for each document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
        };
    };
    deleteDocuments: {
        parameters: {
            query: {
                /**
                 * @description Name of the place: `api` for all documents that were sent.
                 * @example api
                 */
                place: string;
                /** @description Whether to be answered when the change can be seen by searches. What takes longer than some 25 seconds is answered as without it. */
                wait?: boolean;
            };
            header?: {
                /** @description ETag of the document as it was read: if it has been changed since, nothing is done (412). * for any. */
                "if-match"?: string;
                /** @description A name for this request, unlike any other. The same request under the same name is the same job, for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A change that was asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            /** @description A change that was asked for. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Only jobs of this status. */
                status?: "queued" | "running" | "done" | "failed";
                /** @description At most so many; default 100. */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Jobs that wait, run, or ended of late. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobsResponse"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the job. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job, or what happens to it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                    "text/event-stream": string;
                };
            };
        };
    };
}
