using System.Net;
using MediaInfo.Api.Huawei.Mpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Tests.Huawei.Mpc;

public sealed class MpcErrorsTests
{
    private const string NoFile = "Failed to obtain the input file.";
    private const string NoMedia = "The format of the input file is incorrect.";

    public static TheoryData<FailureReason, string, string> Reasons => new()
    {
        { FailureReason.ObjectNotFound, "MPC.10053", "The input file does not exist." },
        { FailureReason.ObjectDenied, "MPC.10052", NoFile },
        { FailureReason.ObjectArchived, "MPC.10052", NoFile },
        { FailureReason.Truncated, "MPC.10066", NoMedia },
        { FailureReason.Encrypted, "MPC.10066", NoMedia },
        { FailureReason.UnknownCodec, "MPC.10066", NoMedia },
        { FailureReason.TooManyFragments, "MPC.10052", NoFile },
        { FailureReason.ObjectEmpty, "MPC.10066", NoMedia },
        { FailureReason.ObjectChanged, "MPC.10052", NoFile },
        { FailureReason.NotMedia, "MPC.10066", NoMedia },
        { FailureReason.BudgetExceeded, "MPC.10052", NoFile },
        { FailureReason.TimedOut, "MPC.10050", "System error." },
        { FailureReason.StorageSilent, "MPC.10052", NoFile },
        { FailureReason.ProberCrashed, "MPC.10050", "System error." },
        { FailureReason.OutputTooLarge, "MPC.10066", NoMedia },
        // This product makes no pictures and recognises nothing, so these never occur.
        { FailureReason.NoPicture, "MPC.10066", NoMedia },
        { FailureReason.EngineMissing, "MPC.10050", "System error." },
        { FailureReason.RecogniserFailed, "MPC.10050", "System error." },
        { FailureReason.OutputNotFound, "MPC.10212", "Operation failed." },
        { FailureReason.OutputDenied, "MPC.10212", "Operation failed." },
        { FailureReason.OutputOccupied, "MPC.10212", "Operation failed." },
        { FailureReason.Internal, "MPC.10050", "System error." },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_has_its_code_and_the_products_message_alone(FailureReason reason, string code, string message) =>
        Assert.Equal((code, message), MpcErrors.OfFailure(new JobFailure(reason, "What happened.")));

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_synchronous_call_is_refused_with_the_problem_of_its_file(FailureReason reason, string code, string message)
    {
        Assert.NotEmpty(message);
        var refusal = MpcErrors.OfInput("7967", new JobFailure(reason, "What happened."));

        var isOfFile = code is "MPC.10052" or "MPC.10053" or "MPC.10066";
        Assert.Equal(
            isOfFile
                ? new MpcError(HttpStatusCode.NotAcceptable, "MPC.10125", "Input data error.")
                {
                    Reason = $"Task 7967: {reason}: What happened.",
                }
                : null,
            refusal);
    }

    [Fact]
    public void Every_reason_is_tested() =>
        Assert.Equal(Enum.GetValues<FailureReason>(), Reasons.Select(row => (FailureReason)((object[])row)[0]).Order());
}
