using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>The kind of file address a caller wants.</summary>
/// <param name="Lifetime">How long a signed address is valid.</param>
/// <param name="CdnDomain">The CDN domain, if the caller wants a CDN address and the account has a CDN; else null.</param>
/// <parameter name="AuthTimeout" otherwise="3600" example="600" type="integer" min="1" max="86400">
/// How long a signed FileUrl is valid, in seconds: 1 to 86,400.
/// </parameter>
/// <parameter name="OutputType" otherwise="oss" example="cdn" values="oss,cdn">
/// oss for a signed address, cdn for one of the account's CdnDomain.
/// </parameter>
public sealed record LinkOptions(TimeSpan Lifetime, string? CdnDomain)
{
    /// <summary>Reads AuthTimeout and OutputType.</summary>
    internal static LinkOptions Read(LibraryParameters parameters, RpcCall call)
    {
        var seconds = parameters.Number("AuthTimeout", 1, LibraryRules.MaxAuthTimeout) ?? LibraryRules.DefaultAuthTimeout;
        var output = parameters.Text("OutputType", type => type is "oss" or "cdn");
        return new LinkOptions(TimeSpan.FromSeconds(seconds), output is "cdn" ? call.Caller.Account.CdnDomain : null);
    }
}
