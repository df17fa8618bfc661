using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

namespace MediaInfo.AzureStorage.Jobs;

/// <summary>The metadata on a job document's blob, so that lists need not read the document.</summary>
internal static class JobMetadata
{
    private const string Writer = "writer";
    private const string Dialect = "dialect";
    private const string State = "state";
    private const string Project = "project";

    /// <summary>The metadata of a document.</summary>
    /// <param name="job">The job as written.</param>
    /// <param name="writer">Identifies the write, so that its own version can be recognised.</param>
    public static Dictionary<string, string> Of(AnalysisJob job, string writer)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Dialect] = job.Dialect,
            [State] = job.State.ToString(),
            [Writer] = writer,
        };
        if (job.Project is not null)
        {
            metadata[Project] = job.Project;
        }

        return metadata;
    }

    /// <summary>The write that created this version; null if unknown.</summary>
    public static string? WriterIn(IDictionary<string, string> metadata) =>
        metadata.TryGetValue(Writer, out var writer) ? writer : null;

    /// <summary>The index entry of the job.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="metadata">The blob's metadata; null if storage returned none.</param>
    public static JobIndexEntry EntryOf(string id, IDictionary<string, string>? metadata) => new(
        id,
        metadata?.TryGetValue(Dialect, out var dialect) == true ? dialect : null,
        metadata?.TryGetValue(State, out var text) == true && Enum.TryParse<JobState>(text, out var state) ? state : null)
    {
        Project = metadata?.TryGetValue(Project, out var project) == true ? project : null,
    };
}
