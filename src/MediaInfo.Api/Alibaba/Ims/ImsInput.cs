using System.Text.Json;
using MediaInfo.Api.Alibaba.Ims.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Reads the Input parameter: Type "OSS" with an object's URL, or "Media" with a media asset's id.</summary>
/// <parameter name="Input" required="true" example='{"Type":"OSS","Media":"oss://example-bucket/demo/sample.mp4"}'>
/// What to analyse, as JSON of the type <c>JobInput</c>, or flattened as Input.Type and Input.Media.
/// <member name="Type" required="true" values="OSS,Media,URL" example="OSS">
/// OSS for an object, Media for an asset; for tag jobs also URL.</member>
/// <member name="Media" required="true" maxlength="16384" example="oss://example-bucket/demo/sample.mp4">
/// An object's address or an asset's id.</member>
/// </parameter>
public sealed class ImsInput(OssUrl urls, ObjectAccess access, IAssetObjects library)
{
    /// <summary>The Type for an object's URL.</summary>
    public const string Oss = "OSS";

    /// <summary>The Type for any address, of which this service reads only those of objects.</summary>
    public const string Address = "URL";

    /// <summary>The Type for a media asset's id.</summary>
    public const string Asset = "Media";

    private const string Parameter = "Input";
    private const string TypeMember = Parameter + ".Type";
    private const string MediaMember = Parameter + ".Media";

    /// <summary>The object that the parameter names and the parameter to echo in responses, or why it names none.</summary>
    public Task<(ObjectRef? Source, JobInput? Input, RpcError? Error)> ParseAsync(
        RpcCall call, CancellationToken cancellationToken) => ParseAsync(call, withAddresses: false, cancellationToken);

    /// <summary>The same, where the Type may also be "URL".</summary>
    public Task<(ObjectRef? Source, JobInput? Input, RpcError? Error)> ParseAnyAsync(
        RpcCall call, CancellationToken cancellationToken) => ParseAsync(call, withAddresses: true, cancellationToken);

    /// <summary>
    /// The key that an object's URL names if it was encoded as forms are; see <see cref="ObjectRef.FormKeyOf"/>. Null for an
    /// asset, whose object was named before.
    /// </summary>
    public string? FormKeyOf(JobInput input) =>
        input.Type is Oss or Address && input.Media.Contains('+', StringComparison.Ordinal)
            ? urls.Read(input.Media.Replace('+', ' '))?.Source.Key
            : null;

    /// <summary>The input as stored in a job document.</summary>
    internal static string Write(JobInput input) => JsonSerializer.Serialize(input, ImsJson.Wire.JobInput);

    /// <summary>The input as it was submitted.</summary>
    internal static JobInput? Read(string json) => JsonSerializer.Deserialize(json, ImsJson.Wire.JobInput);

    /// <summary>A parameter that names a file by its members Type and Media, or why it names none.</summary>
    internal static (JobInput? Input, RpcError? Error) ReadMedia(RpcParameters parameters, string name)
    {
        if (!ObjectParameter.TryRead(parameters, name, out var parameter))
        {
            return (null, ImsErrors.Invalid(name));
        }

        if (parameter?["Type"] is not { } type || parameter["Media"] is not { } media)
        {
            return (null, ImsErrors.Missing(
                parameter is null ? name : parameter["Type"] is null ? $"{name}.Type" : $"{name}.Media"));
        }

        return media.Length > ObjectRef.MaxTextLength
            ? (null, ImsErrors.Invalid($"{name}.Media"))
            : (new JobInput(type, media), null);
    }

    private async Task<(ObjectRef? Source, JobInput? Input, RpcError? Error)> ParseAsync(
        RpcCall call, bool withAddresses, CancellationToken cancellationToken)
    {
        var (input, wrong) = ReadMedia(call.Parameters, Parameter);
        if (input is null)
        {
            return (null, null, wrong);
        }

        var (source, error) = input.Type switch
        {
            Oss => FindObject(call.Account, input.Media, ImsErrors.Invalid(MediaMember)),
            Asset => await FindAssetAsync(call.Account, input.Media, cancellationToken),
            Address when withAddresses => FindObject(call.Account, input.Media, ImsErrors.ForeignAddress),
            _ => (null, ImsErrors.Invalid(TypeMember)),
        };
        return (source, input, error);
    }

    private (ObjectRef? Source, RpcError? Error) FindObject(string account, string url, RpcError otherwise) =>
        urls.Read(url) is { Source: var source } ? Open(account, source) : (null, otherwise);

    // Also checked for assets: settings may have changed since registration.
    private (ObjectRef? Source, RpcError? Error) Open(string account, ObjectRef source) =>
        access.MayRead(account, source.Bucket) ? (source, null) : (null, ImsErrors.Forbidden);

    private async Task<(ObjectRef? Source, RpcError? Error)> FindAssetAsync(
        string account, string mediaId, CancellationToken cancellationToken)
    {
        return await library.FindAsync(account, mediaId, cancellationToken) is { } source
            ? Open(account, source)
            : (null, ImsErrors.NotFound(MediaMember));
    }
}
