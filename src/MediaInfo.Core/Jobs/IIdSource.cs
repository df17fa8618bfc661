namespace MediaInfo.Core.Jobs;

/// <summary>The one source of identifiers.</summary>
public interface IIdSource
{
    /// <summary>A job id: 32 lower-case hexadecimal digits. Ids of later milliseconds sort before earlier ones.</summary>
    /// <param name="createdAt">The job's own time, so that bounds of time are bounds of ids.</param>
    string NewJobId(DateTimeOffset createdAt);

    /// <summary>A pipeline id: 32 lower-case hexadecimal digits, all random.</summary>
    string NewPipelineId();

    /// <summary>A request id: an upper-case GUID.</summary>
    string NewRequestId();
}
