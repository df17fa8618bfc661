using MediaInfo.Api.Alibaba.Mps;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Tests.Alibaba.Mps;

public sealed class MpsErrorsTests
{
    private const string Bad = "The resource operated \"InputFile\" is bad.";
    private const string NotSupported = "The resource operated \"InputFile\" is not supported.";

    public static TheoryData<FailureReason, string, string> Reasons => new()
    {
        {
            FailureReason.ObjectNotFound,
            "InvalidParameter.ResourceNotFound",
            "The resource operated \"InputFile\" cannot be found."
        },
        {
            FailureReason.ObjectDenied,
            "PermissionDenied.ResourceAccess",
            "MTS not authorized to operate on the specified resource."
        },
        { FailureReason.ObjectArchived, "InvalidParameter.InvalidState", "The specified parameter \"Input\" is invalid." },
        { FailureReason.Truncated, "InvalidParameter.ResourceContentBad", Bad },
        { FailureReason.Encrypted, "InvalidParameter.ResourceNotSupported", NotSupported },
        { FailureReason.UnknownCodec, "InvalidParameter.ResourceNotSupported", NotSupported },
        { FailureReason.TooManyFragments, "InvalidParameter.ResourceNotSupported", NotSupported },
        { FailureReason.ObjectEmpty, "InvalidParameter.ResourceContentBad", Bad },
        { FailureReason.ObjectChanged, "InvalidParameter.InvalidState", "The specified parameter \"Input\" is invalid." },
        { FailureReason.NotMedia, "InvalidParameter.ResourceContentBad", Bad },
        { FailureReason.BudgetExceeded, "InvalidParameter.ResourceNotSupported", NotSupported },
        { FailureReason.StorageSilent, "ServiceUnavailable", "The request has failed due to a temporary failure of the server." },
        { FailureReason.TimedOut, "ServiceUnavailable", "The request has failed due to a temporary failure of the server." },
        {
            FailureReason.ProberCrashed,
            "InternalError",
            "The operation has failed due to some unknown error, exception or failure."
        },
        { FailureReason.OutputTooLarge, "InvalidParameter.ResourceNotSupported", NotSupported },
        { FailureReason.NoPicture, "InvalidParameter.ResourceNotSupported", NotSupported },
        { FailureReason.EngineMissing, "ServiceUnavailable", "The request has failed due to a temporary failure of the server." },
        {
            FailureReason.RecogniserFailed,
            "InternalError",
            "The operation has failed due to some unknown error, exception or failure."
        },
        {
            FailureReason.OutputNotFound,
            "InvalidParameter.ResourceNotFound",
            "The resource operated \"OutputFile\" cannot be found."
        },
        {
            FailureReason.OutputDenied,
            "PermissionDenied.ResourceAccess",
            "MTS not authorized to operate on the specified resource."
        },
        { FailureReason.OutputOccupied, "InvalidParameter.InvalidState", "The specified parameter \"OutputFile\" is invalid." },
        { FailureReason.Internal, "InternalError", "The operation has failed due to some unknown error, exception or failure." },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_has_its_code_and_the_products_message_alone(FailureReason reason, string code, string message) =>
        Assert.Equal((code, message), MpsErrors.OfFailure(new JobFailure(reason, "What happened.")));

    [Fact]
    public void Every_reason_is_tested() =>
        Assert.Equal(Enum.GetValues<FailureReason>(), Reasons.Select(row => (FailureReason)((object[])row)[0]).Order());
}
