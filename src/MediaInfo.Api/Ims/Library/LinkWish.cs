using MediaInfo.Api.Rpc;

namespace MediaInfo.Api.Ims.Library;

/// <summary>How a caller wants the addresses of files.</summary>
/// <param name="Lifetime">How long a signed address is good for.</param>
/// <param name="CdnDomain">The domain of the content delivery network, where he wants its address and his account has one; else null.</param>
public sealed record LinkWish(TimeSpan Lifetime, string? CdnDomain)
{
    /// <summary>Reads AuthTimeout and OutputType.</summary>
    internal static LinkWish Read(LibraryParameters parameters, RpcCall call)
    {
        var seconds = parameters.Number("AuthTimeout", 1, LibraryRules.MaxAuthTimeout) ?? LibraryRules.DefaultAuthTimeout;
        var output = parameters.Text("OutputType", type => type is "oss" or "cdn");
        return new LinkWish(TimeSpan.FromSeconds(seconds), output is "cdn" ? call.Caller.Account.CdnDomain : null);
    }
}
