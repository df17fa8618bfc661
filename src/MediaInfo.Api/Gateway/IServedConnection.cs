namespace MediaInfo.Api.Gateway;

/// <summary>
/// A request's connection, among the request's features where its host bounds their number. While the service works for it, nobody may
/// take its place; while it waits for its caller, who has not sent a whole request or not read the answer, another may.
/// </summary>
public interface IServedConnection
{
    /// <summary>Notes that the service begins to work: the request is there as a whole.</summary>
    void Begin();

    /// <summary>Notes that it has worked: the answer is for the caller to read.</summary>
    void End();
}
