using System.Text;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>The additional parameters of a tag job. Other members are left to the recognisers.</summary>
/// <param name="Speech">Whether the caller wants what is said; null leaves it to the template.</param>
/// <param name="Text">Whether the caller wants what is written in frames; null leaves it to the template.</param>
/// <param name="Meta">Whether the caller wants its own title back among the results.</param>
/// <remarks>Source: "SubmitSmarttagJob" of Intelligent Media Services, Params.</remarks>
internal sealed record TagParams(bool? Speech, bool? Text, bool Meta)
{
    // Our decision; the vendor documents none.
    private const int MaxBytes = 4096;

    /// <summary>The parameters, or the error for what is wrong.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="json">Its text; null for no parameters.</param>
    public static (TagParams? Params, RpcError? Error) Parse(string parameter, string? json)
    {
        if (json is null)
        {
            return (new TagParams(Speech: null, Text: null, Meta: false), null);
        }

        if (Encoding.UTF8.GetByteCount(json) > MaxBytes || ConfigObject.Parse(parameter, json) is not { } config)
        {
            return (null, ImsErrors.Invalid(parameter));
        }

        var read = new TagParams(
            config.Flag("needAsrData"), config.Flag("needOcrData"), config.Flag("needMetaData") ?? false);
        config.Object("nlpParams");
        return config.Invalid is { } member ? (null, ImsErrors.Invalid(member)) : (read, null);
    }
}
