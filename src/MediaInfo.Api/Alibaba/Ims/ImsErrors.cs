using System.Net;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Alibaba.Ims;

/// <summary>Intelligent Media Services' own error catalogue, for calls and failed jobs.</summary>
/// <remarks>
/// Source: "Error codes" of the product, with its HTTP statuses. It lists none for categories: those are of ApsaraVideo VOD's
/// actions of the same names. Our own words are the error's Reason.
/// </remarks>
public static class ImsErrors
{
    private const string NotFoundCode = "ResourceNotFound";
    private const string NotFoundMessage = "Resource not found";

    /// <summary>The account may not use the bucket or the queue.</summary>
    /// <remarks>
    /// Use a bucket or a queue of the account; the operator sets <c>Accounts:List:N:Buckets</c> and <c>Queues</c>.
    /// </remarks>
    public static RpcError Forbidden { get; } = new(
        HttpStatusCode.Forbidden, "Forbidden", "User not authorized to operate on the specified resource.");

    /// <summary>Objects cannot be deleted through this service.</summary>
    /// <remarks>Leave DeletePhysicalFiles out, and delete the object in storage.</remarks>
    public static RpcError ObjectsAreReadOnly { get; } = Invalid("DeletePhysicalFiles") with
    {
        Reason = "This service only reads objects and cannot delete them.",
    };

    /// <summary>Another asset has the reference id.</summary>
    /// <remarks>Use another ReferenceId, or first take it from the asset that has it.</remarks>
    public static RpcError ReferenceIsTaken { get; } =
        Invalid("ReferenceId") with { Reason = "Another media asset already uses it." };

    /// <summary>There are no workflows.</summary>
    /// <remarks>Leave WorkflowId out, and call the actions of the workflow yourself when the asset is Normal.</remarks>
    public static RpcError NoWorkflows { get; } = Invalid("WorkflowId") with { Reason = "This service has no workflows." };

    /// <summary>The address is not that of an object of this service's storage.</summary>
    /// <remarks>Copy the file into a bucket of the account, and name the object.</remarks>
    public static RpcError ForeignAddress { get; } =
        Invalid("Input.Media") with { Reason = "This service reads no addresses but those of objects in its buckets." };

    /// <summary>The account has no category with the id.</summary>
    /// <remarks>Take the CateId or the ParentId from GetCategories.</remarks>
    public static RpcError UnknownCategory { get; } =
        new(HttpStatusCode.NotFound, "InvalidCateId.NotFound", "The CateId not exist.");

    /// <summary>The parent is a category of the third level, which is the last.</summary>
    /// <remarks>Add the category to one of the first or the second level.</remarks>
    public static RpcError CategoryTooDeep { get; } =
        Bad("LevelExceededMax", "The level of categories exceeded maximum.");

    /// <summary>The parent, or the first level of the type, has 100 categories; or the account has 5,000.</summary>
    /// <remarks>Add the category elsewhere, or delete one.</remarks>
    public static RpcError TooManyCategories { get; } =
        Bad("SubTotalExceededMax", "The sub total of categories exceeded maximum.");

    /// <summary>There are templates of snapshots and of smart tags only.</summary>
    /// <remarks>Use Type 2 or 11.</remarks>
    public static RpcError UnknownTemplateType { get; } = Invalid("Type") with
    {
        Reason = "This service has templates of snapshots (2) and of smart tags (11) only.",
    };

    /// <summary>This process has no ffmpeg, so it can take no frames.</summary>
    /// <remarks>Let the operator install ffmpeg; <c>/health/ready</c> tells what is missing. Then send the call again.</remarks>
    public static RpcError NoSnapshots { get; } = RpcErrors.Unavailable with
    {
        Reason = "This service cannot take frames: it has no usable ffmpeg. /health/ready tells the operator why.",
    };

    /// <summary>Pictures are written to objects only.</summary>
    /// <remarks>Use the Type OSS, and an object's address as Media.</remarks>
    public static RpcError OutputType { get; } =
        Invalid("Output.Type") with { Reason = "Pictures are written to objects: the Type is OSS." };

    /// <summary>The output's name does not fit what the template makes.</summary>
    /// <remarks>
    /// Put <c>{Count}</c> into the name of several snapshots, <c>{TileCount}</c> into that of sprites, and <c>.vtt</c> at the end
    /// of that of a WebVTT file.
    /// </remarks>
    public static RpcError OutputName { get; } = Invalid("Output.Media") with
    {
        Reason = "The name of several snapshots must have {Count}, that of sprites {TileCount}, that of WebVTT end in .vtt.",
    };

    /// <summary>The template is one of the service.</summary>
    /// <remarks>Create a template with the settings that you want.</remarks>
    public static RpcError SystemTemplate { get; } =
        Invalid("TemplateId") with { Reason = "A system template cannot be changed or deleted." };

    /// <summary>The account has 200 templates. Code and text are those of ApsaraVideo Media Processing.</summary>
    /// <remarks>Delete a template.</remarks>
    public static RpcError TooManyTemplates { get; } = new(
        HttpStatusCode.Forbidden, "QuotaExceeded", "The resource \"CustomTemplate\" quota has been used up");

    /// <summary>The condition would have to read more assets than one search may.</summary>
    /// <remarks>Narrow the search by utcCreate, mediaType or status, which a list of the assets tells.</remarks>
    public static RpcError SearchTooWide { get; } = Invalid("Match") with
    {
        Reason = "More than 10,000 assets would have to be read. Narrow the search by utcCreate, mediaType or status.",
    };

    /// <summary>A required parameter, or a member of one, is missing.</summary>
    /// <remarks>Send the parameter that the message names.</remarks>
    public static RpcError Missing(string parameter) => Bad(
        "MissingParameter",
        $"The input parameter \"{parameter}\" that is mandatory for processing this request is not supplied.");

    /// <summary>A parameter has an invalid value.</summary>
    /// <remarks>Compare the value of the named parameter with its rule on this page.</remarks>
    public static RpcError Invalid(string parameter) =>
        Bad("InvalidParameter", $"The specified parameter \"{parameter}\" is not valid.");

    /// <summary>The template or the parameters ask for what this service cannot recognise.</summary>
    /// <remarks>
    /// Let the operator install what is missing, as <see href="../ims.md#tag-jobs">the page of IMS</see> says, or name a
    /// template that does without it.
    /// </remarks>
    public static RpcError CannotRecognise(string parameter, string what) =>
        Invalid(parameter) with { Reason = $"This service cannot recognise {what}." };

    /// <summary>The named resource does not exist.</summary>
    /// <remarks>Compare the id or the address with those that the lists show. Deleted ones are not found.</remarks>
    public static RpcError NotFound(string parameter) =>
        new(HttpStatusCode.NotFound, NotFoundCode, NotFoundMessage) { Reason = $"Nothing has this {parameter}." };

    /// <summary>The Code and Message of a failed job. What happened stands beside them, as Reason.</summary>
    public static (string Code, string Message) OfFailure(JobFailure failure) => failure.Reason switch
    {
        FailureReason.ObjectNotFound or FailureReason.OutputNotFound => (NotFoundCode, NotFoundMessage),
        FailureReason.ObjectDenied or FailureReason.OutputDenied => (Forbidden.Code, Forbidden.Message),
        FailureReason.ObjectEmpty or FailureReason.NotMedia or FailureReason.Truncated =>
            ("InvalidParameter.ResourceContentBad", "The resource operated InputFile is bad."),
        FailureReason.ObjectChanged or FailureReason.ObjectArchived =>
            (Invalid("Input").Code, Invalid("Input").Message),
        FailureReason.OutputOccupied => (Invalid("Output").Code, Invalid("Output").Message),
        FailureReason.BudgetExceeded or FailureReason.OutputTooLarge or FailureReason.TooManyFragments
            or FailureReason.Encrypted or FailureReason.UnknownCodec or FailureReason.NoPicture =>
            ("InvalidParameter.ResourceNotSupported", "The resource operated InputFile is not supported."),
        FailureReason.TimedOut or FailureReason.StorageSilent or FailureReason.EngineMissing =>
            (RpcErrors.Unavailable.Code, RpcErrors.Unavailable.Message),
        _ => (RpcErrors.Internal.Code, RpcErrors.Internal.Message),
    };

    private static RpcError Bad(string code, string message) => new(HttpStatusCode.BadRequest, code, message);
}
