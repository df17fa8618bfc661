using MediaInfo.Core.Jobs;

namespace MediaInfo.AzureStorage.Jobs;

/// <summary>What a job document's blob says of the job, so that lists need not read the document.</summary>
internal static class JobMetadata
{
    private const string Writer = "writer";
    private const string Dialect = "dialect";
    private const string State = "state";
    private const string Project = "project";

    /// <summary>The metadata of a document.</summary>
    /// <param name="job">The job as it is written.</param>
    /// <param name="writer">Who adds it; null for a replacement.</param>
    public static Dictionary<string, string> Of(AnalysisJob job, string? writer = null)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Dialect] = job.Dialect,
            [State] = job.State.ToString(),
        };
        if (job.Project is not null)
        {
            metadata[Project] = job.Project;
        }

        if (writer is not null)
        {
            metadata[Writer] = writer;
        }

        return metadata;
    }

    /// <summary>Who added the document; null when it was replaced since.</summary>
    public static string? WriterIn(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Writer, out var writer) ? writer : null;

    /// <summary>The job in the index.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="metadata">The blob's metadata; null when storage sent none.</param>
    public static JobIndexEntry EntryOf(string id, IDictionary<string, string>? metadata) => new(
        id,
        metadata?.TryGetValue(Dialect, out var dialect) == true ? dialect : null,
        metadata?.TryGetValue(State, out var text) == true && Enum.TryParse<JobState>(text, out var state) ? state : null)
    {
        Project = metadata?.TryGetValue(Project, out var project) == true ? project : null,
    };
}
