namespace MediaInfo.Core.Tags.External;

/// <summary>Posts to the recogniser of the operator's own.</summary>
public interface IRecogniserPost
{
    /// <summary>Posts the text once. Redirects are not followed.</summary>
    /// <param name="url">The recogniser's address.</param>
    /// <param name="headers">The headers that prove to the recogniser that the request is authentic.</param>
    /// <param name="body">The request, JSON.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<PostAnswer> SendAsync(
        string url,
        IReadOnlyDictionary<string, string> headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken);
}
