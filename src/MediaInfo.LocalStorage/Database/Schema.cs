namespace MediaInfo.LocalStorage.Database;

/// <summary>The scripts that build the database. The number of those that ran is its "user_version".</summary>
/// <remarks>
/// Keys of documents are text without collation, so they sort as the ids do: newest first. Tables that lists read hold only what
/// lists need; the documents lie in a table of their own, by number.
/// </remarks>
internal static class Schema
{
    /// <summary>Marks the file as one of this service: "MINF".</summary>
    public const long ApplicationId = 0x4D494E46;

    /// <summary>The scripts in order. A script never changes once it was released; a change is a new one.</summary>
    public static IReadOnlyList<string> Scripts { get; } =
    [
        """
        CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO counters VALUES ('versions', 0), ('checks', 0);
        CREATE TABLE documents (number INTEGER PRIMARY KEY, document BLOB NOT NULL);
        CREATE TABLE jobs (
            account TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, state INTEGER NOT NULL, dialect TEXT NOT NULL,
            project TEXT, document INTEGER NOT NULL, PRIMARY KEY (account, id)) WITHOUT ROWID;
        CREATE TABLE results (
            number INTEGER PRIMARY KEY, account TEXT NOT NULL, job TEXT NOT NULL, part INTEGER NOT NULL, content BLOB NOT NULL);
        CREATE UNIQUE INDEX results_of ON results (account, job, part);
        CREATE TABLE pipelines (
            account TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, deleted INTEGER NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY (account, id)) WITHOUT ROWID;
        CREATE TABLE held_jobs (
            account TEXT NOT NULL, pipeline TEXT NOT NULL, job TEXT NOT NULL, version INTEGER NOT NULL,
            PRIMARY KEY (account, pipeline, job)) WITHOUT ROWID;
        CREATE TABLE nonces (hour TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (hour, digest)) WITHOUT ROWID;
        CREATE TABLE assets (
            account TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, status INTEGER NOT NULL, media_type TEXT,
            business_type TEXT NOT NULL, created INTEGER NOT NULL, written INTEGER NOT NULL, document INTEGER NOT NULL,
            PRIMARY KEY (account, id)) WITHOUT ROWID;
        CREATE TABLE claims (
            account TEXT NOT NULL, kind INTEGER NOT NULL, digest TEXT NOT NULL, version INTEGER NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY (account, kind, digest)) WITHOUT ROWID;
        CREATE TABLE event_callbacks (account TEXT NOT NULL PRIMARY KEY, document BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE messages (
            number INTEGER PRIMARY KEY, queue TEXT NOT NULL, account TEXT NOT NULL, band INTEGER NOT NULL, visible INTEGER NOT NULL,
            sent INTEGER NOT NULL, receipt INTEGER NOT NULL, deliveries INTEGER NOT NULL, held INTEGER NOT NULL,
            text TEXT NOT NULL);
        CREATE INDEX messages_next ON messages (queue, account, band, visible, number);
        CREATE INDEX messages_held ON messages (number) WHERE held = 1;
        CREATE TABLE poison (
            number INTEGER PRIMARY KEY, queue TEXT NOT NULL, account TEXT NOT NULL, deliveries INTEGER NOT NULL,
            at INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE TABLE callback_messages (
            number INTEGER PRIMARY KEY, queue TEXT NOT NULL, visible INTEGER NOT NULL, sent INTEGER NOT NULL,
            expires INTEGER NOT NULL, receipt INTEGER NOT NULL, deliveries INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE INDEX callback_messages_next ON callback_messages (queue, visible, number);
        CREATE INDEX callback_messages_expiry ON callback_messages (expires);
        CREATE TABLE written_objects (
            bucket TEXT NOT NULL, key TEXT NOT NULL, etag TEXT NOT NULL, owner TEXT NOT NULL, content_type TEXT NOT NULL,
            PRIMARY KEY (bucket, key, etag)) WITHOUT ROWID;
        """,
        """
        CREATE TABLE categories (account TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, document BLOB NOT NULL) WITHOUT ROWID;
        """,
        """
        ALTER TABLE callback_messages ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE callback_messages ADD COLUMN priority INTEGER NOT NULL DEFAULT 8;
        ALTER TABLE callback_messages ADD COLUMN is_foreign INTEGER NOT NULL DEFAULT 1;
        DROP INDEX callback_messages_next;
        CREATE INDEX callback_messages_next ON callback_messages (queue, priority, visible, number);
        CREATE TABLE message_queues (
            name TEXT NOT NULL PRIMARY KEY, created INTEGER NOT NULL, modified INTEGER NOT NULL, delay INTEGER NOT NULL,
            largest INTEGER NOT NULL, retention INTEGER NOT NULL, visibility INTEGER NOT NULL, wait INTEGER NOT NULL,
            logging INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO message_queues SELECT DISTINCT queue, 0, 0, 0, 65536, 604800000, 30000, 0, 0 FROM callback_messages;
        """,
        """
        CREATE TABLE topics (
            account TEXT NOT NULL, name TEXT NOT NULL, version INTEGER NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY (account, name)) WITHOUT ROWID;
        CREATE TABLE topic_messages (
            hour TEXT NOT NULL, account TEXT NOT NULL, id TEXT NOT NULL, document BLOB NOT NULL,
            PRIMARY KEY (hour, account, id)) WITHOUT ROWID;
        """,
        """
        CREATE TABLE templates (
            account TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, document BLOB NOT NULL) WITHOUT ROWID;
        """,
        """
        CREATE TABLE unfinished_files (
            name TEXT NOT NULL PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL) WITHOUT ROWID;
        """,
    ];
}
