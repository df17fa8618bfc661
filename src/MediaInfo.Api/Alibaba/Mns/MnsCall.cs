using System.Xml.Linq;
using MediaInfo.Core.Accounts;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>An authenticated and permitted call of an action.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Caller">The caller.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">The parameters of the query.</param>
/// <param name="Headers">The headers as received.</param>
/// <param name="Body">The body's bytes.</param>
/// <param name="Address">The address that the caller used, without a path, such as "https://mns.example.com".</param>
public sealed record MnsCall(
    string RequestId,
    Caller Caller,
    MnsPath Path,
    MnsQuery Query,
    IHeaderDictionary Headers,
    ReadOnlyMemory<byte> Body,
    string Address)
{
    /// <summary>The calling account's id.</summary>
    public string Account => Caller.Account.Id;

    /// <summary>A header's value; null if it was not sent or is empty.</summary>
    public string? Header(string name) => Headers[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>The body, if its root element has one of the names; otherwise why it is refused.</summary>
    public (XElement? Root, MnsError? Error) Read(params string[] roots) => MnsXml.Read(Body) switch
    {
        null => (null, MnsErrors.MalformedXml),
        var root when !roots.Contains(root.Name.LocalName, StringComparer.Ordinal) =>
            (null, MnsErrors.Schema(root.Name.LocalName)),
        var root => (root, null),
    };
}
