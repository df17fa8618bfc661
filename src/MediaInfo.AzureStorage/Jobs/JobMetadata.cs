using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Listing;

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
    /// <param name="writer">The write, by which its own version is known again.</param>
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

    /// <summary>The write that made this version; null when something else made it.</summary>
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
