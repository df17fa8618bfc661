namespace MediaInfo.Core.Jobs;

/// <summary>The one source of identifiers.</summary>
public interface IIdSource
{
    /// <summary>A job id: 32 lower-case hexadecimal digits. Ids of later milliseconds sort before earlier ones.</summary>
    /// <param name="createdAt">The job's own time, so that bounds of time are bounds of ids.</param>
    string NewJobId(DateTimeOffset createdAt);

    /// <summary>A job id that can be written as a number, in the same order as all others. It may be taken: then ask for another.</summary>
    /// <param name="account">The owning account's id.</param>
    /// <param name="createdAt">The job's own time.</param>
    string NewNumberedJobId(string account, DateTimeOffset createdAt);

    /// <summary>A pipeline id: 32 lower-case hexadecimal digits, all random.</summary>
    string NewPipelineId();

    /// <summary>A request id: an upper-case GUID.</summary>
    string NewRequestId();
}
