using System.Text;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>Reads the parameters of SubmitSmarttagJob.</summary>
/// <parameter name="Title" otherwise="none" example="Trailer" maxbytes="256" pattern="^[^-]">
/// The object's title, for recognisers: up to 256 bytes of UTF-8, not beginning with '-'.
/// </parameter>
/// <parameter name="Content" otherwise="none" example="The second trailer" maxbytes="1024" pattern="^[^-]">
/// The object's description, for recognisers: up to 1,024 bytes of UTF-8, not beginning with '-'.
/// </parameter>
/// <parameter name="Params" otherwise="as the template says" example='{"needAsrData":true}' maxbytes="4096">
/// JSON of up to 4,096 bytes. needAsrData and needOcrData, true or false, ask for speech and for text in frames, or leave them
/// out; needMetaData returns the title among the results; nlpParams, an object, is for the recognisers.
/// <member name="needAsrData" type="boolean">Whether to recognise speech.</member>
/// <member name="needOcrData" type="boolean">Whether to recognise text in frames.</member>
/// <member name="needMetaData" type="boolean">Whether the title is among the results.</member>
/// <member name="nlpParams" json="object">For the recognisers.</member>
/// </parameter>
/// <parameter name="TemplateId" otherwise="TemplateConfig counts; refused, if that is absent too" example="S00000103-000001">
/// The id of a smart tag template of the account or of the service, which says what to recognise.
/// </parameter>
/// <parameter name="TemplateConfig" otherwise="TemplateId counts" example='{"AnalyseTypes":"nlp,ocr"}'>
/// The template itself, as JSON with the member AnalyseTypes; it counts before TemplateId.
/// <member name="AnalyseTypes">What to recognise, comma-separated.</member>
/// </parameter>
/// <parameter name="NotifyUrl" otherwise="only the pipeline's target gets the message" example="https://example.com/tags?id=7"
/// maxbytes="2048">
/// An HTTP or HTTPS address of up to 2,048 bytes that gets the completion message too.
/// </parameter>
/// <parameter name="UserData" otherwise="absent from the job too" example="order-17" maxbytes="1024" pattern="^[^-]">
/// The caller's own data, returned with the job and its message; up to 1,024 bytes of UTF-8, not beginning with '-'.
/// </parameter>
public sealed class TagSubmission(ImsInput input, ImsSchedule schedule, TagPlanner planner)
{
    private const int MaxTitleBytes = 256;
    private const int MaxContentBytes = 1024;
    private const int MaxUrlBytes = 2048;

    /// <summary>What to recognise in which object, or why the call is refused.</summary>
    public async Task<(AnalysisRequest? Request, RpcError? Error)> ParseAsync(
        RpcCall call, CancellationToken cancellationToken)
    {
        if (InvalidText(call) is { } invalid)
        {
            return (null, ImsErrors.Invalid(invalid));
        }

        var (source, submitted, inputError) = await input.ParseAnyAsync(call, cancellationToken);
        if (source is null || submitted is null)
        {
            return (null, inputError);
        }

        var (effective, scheduleError) = await schedule.ParseAsync(call, cancellationToken);
        if (effective is null)
        {
            return (null, scheduleError);
        }

        var wish = new TagWish("TemplateId", call.Parameters["TemplateId"])
        {
            TemplateConfig = call.Parameters["TemplateConfig"],
            Params = call.Parameters["Params"],
        };
        var (work, planError) = await planner.PlanAsync(call.Account, wish, cancellationToken);
        return work is null ? (null, planError) : (
            new AnalysisRequest(
                call.Account,
                TagApi.Dialect,
                call.RequestId,
                source,
                ImsInput.Write(submitted),
                effective.PipelineId,
                call.Parameters["UserData"],
                Synchronous: false)
            {
                FormKey = input.FormKeyOf(submitted),
                Priority = effective.Priority,
                Digest = false,
                Packets = false,
                Tags = Described(work, call),
            },
            null);
    }

    private static TagWork Described(TagWork work, RpcCall call) => work with
    {
        Title = call.Parameters["Title"],
        Content = call.Parameters["Content"],
        NotifyUrl = call.Parameters["NotifyUrl"],
    };

    private static string? InvalidText(RpcCall call) =>
        call.Parameters["Title"] is { } title && !IsText(title, MaxTitleBytes) ? "Title"
        : call.Parameters["Content"] is { } content && !IsText(content, MaxContentBytes) ? "Content"
        : call.Parameters["UserData"] is { } data && !ImsUserData.Is(data) ? "UserData"
        : call.Parameters["NotifyUrl"] is { } url && !(Encoding.UTF8.GetByteCount(url) <= MaxUrlBytes && WebTarget.Is(url))
            ? "NotifyUrl"
        : null;

    // The vendor's page forbids a special character first.
    private static bool IsText(string text, int maxBytes) => text[0] != '-' && Encoding.UTF8.GetByteCount(text) <= maxBytes;
}
