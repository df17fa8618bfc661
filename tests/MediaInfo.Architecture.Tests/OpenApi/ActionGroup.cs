namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>What an action is about, in one word, for those who list actions.</summary>
internal static class ActionGroup
{
    private static readonly (string Part, string Group)[] Words =
    [
        ("Pipeline", "pipelines"),
        ("Template", "templates"),
        ("SmarttagJob", "tags"),
        ("AiAnalysis", "tags"),
        ("Snapshot", "snapshots"),
        ("Picture", "snapshots"),
        ("MediaInfoJob", "jobs"),
        ("ExtractTask", "jobs"),
        ("Categor", "categories"),
        ("EventCallback", "events"),
        ("Topic", "topics"),
        ("ubscri", "topics"),
        ("PublishMessage", "topics"),
        ("Message", "messages"),
        ("Queue", "queues"),
        ("Upload", "uploads"),
        ("Account", "account"),
        ("Media", "library"),
    ];

    /// <summary>The group of an action.</summary>
    /// <param name="page">The page of its API.</param>
    /// <param name="name">The action's name.</param>
    public static string Of(string page, string name) =>
        Array.Find(Words, word => name.Contains(word.Part, StringComparison.Ordinal)).Group
        ?? (page is "report" ? "jobs" : page);
}
