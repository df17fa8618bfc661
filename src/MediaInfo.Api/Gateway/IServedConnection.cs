namespace MediaInfo.Api.Gateway;

/// <summary>
/// A request's connection, available as a request feature if the host limits connections. While the service works on the request,
/// the connection is not closed for another one. While it waits for its caller to send a request or read the response, it may be.
/// </summary>
public interface IServedConnection
{
    /// <summary>Notes that the service starts to work: the request is complete.</summary>
    void Begin();

    /// <summary>Notes that the service is done: the caller can read the response.</summary>
    void End();
}
