namespace MediaInfo.Core.Jobs;

/// <summary>The single source of identifiers.</summary>
public interface IIdSource
{
    /// <summary>
    /// Creates a job id: 32 lower-case hexadecimal digits. Ids from later milliseconds sort before earlier ones.
    /// </summary>
    /// <param name="createdAt">The job's creation time, so that a time range maps to an id range.</param>
    string NewJobId(DateTimeOffset createdAt);

    /// <summary>
    /// Creates a job id that can be converted to a number, in the same order as all others. It may collide; if so, request
    /// another.
    /// </summary>
    /// <param name="account">The owning account's id.</param>
    /// <param name="createdAt">The job's creation time.</param>
    string NewNumberedJobId(string account, DateTimeOffset createdAt);

    /// <summary>Creates a pipeline id: 32 random lower-case hexadecimal digits.</summary>
    string NewPipelineId();

    /// <summary>Creates a template id: 32 random lower-case hexadecimal digits.</summary>
    string NewTemplateId();

    /// <summary>Creates a request id: an upper-case GUID.</summary>
    string NewRequestId();
}
