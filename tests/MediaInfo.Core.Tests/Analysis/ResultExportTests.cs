using System.Text;
using MediaInfo.Core.Accounts;
using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Core.Tests.Analysis;

/// <summary>The result file that a caller can request in addition to the answer.</summary>
public sealed class ResultExportTests
{
    private static readonly ObjectRef Target = new("example-bucket", "reports/sample.json");
    private static readonly StepOutcome Good = new(Failure: null, ProbeUsage.Zero);
    private readonly IResultFormat _format = Substitute.For<IResultFormat>();
    private readonly AnalysisRig _rig;

    public ResultExportTests()
    {
        _format.Dialect.Returns("mps");
        _format.ContentType.Returns("application/json");
        _format.TargetOf(default!).ReturnsForAnyArgs(Target);
        _format.Write(default!, default!).ReturnsForAnyArgs(
            call => Encoding.UTF8.GetBytes(call.Arg<MediaDescription>().Container.FormatName!));
        _rig = new AnalysisRig { Formats = [_format] };
    }

    [Fact]
    public async Task The_file_is_written_before_the_job_succeeds()
    {
        var job = await BeginAsync();
        JobState? seen = null;
        Answer(() =>
        {
            seen = _rig.Job.State;
            return ObjectWriteStatus.Written;
        });

        await EndAsync();

        Assert.Equal((JobState.Running, JobState.Succeeded), (seen, _rig.Job.State));
        await _rig.Files.Received(1).WriteAsync(
            Target,
            Arg.Is<ReadOnlyMemory<byte>>(content => TextOf(content) == "matroska,webm"),
            "application/json",
            job.Key.Account,
            Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData(ObjectWriteStatus.NotFound, FailureReason.OutputNotFound)]
    [InlineData(ObjectWriteStatus.Denied, FailureReason.OutputDenied)]
    [InlineData(ObjectWriteStatus.Occupied, FailureReason.OutputOccupied)]
    public async Task A_file_that_cannot_be_written_fails_the_job(ObjectWriteStatus status, FailureReason reason)
    {
        await BeginAsync();
        Answer(() => status);

        await EndAsync();

        Assert.Equal((JobState.Failed, reason, null), (_rig.Job.State, _rig.Job.Failure!.Reason, _rig.Job.Result));
    }

    [Theory]
    [InlineData("mediainfo-jobs")]
    [InlineData("azure-webjobs-secrets")]
    public async Task Nothing_is_ever_written_to_the_services_own_containers(string bucket)
    {
        await BeginAsync();
        _format.TargetOf(default!).ReturnsForAnyArgs(Target with { Bucket = bucket });

        await EndAsync();

        Assert.Equal(FailureReason.OutputDenied, _rig.Job.Failure?.Reason);
        Assert.Empty(_rig.Files.ReceivedCalls());
    }

    [Theory]
    [InlineData(BucketAccess.Read)]
    [InlineData(null)]
    public async Task Nothing_is_written_where_the_account_has_lost_write_access(BucketAccess? access)
    {
        await BeginAsync();
        var grant =
            new BucketGrant { Name = access is null ? "another" : Target.Bucket, Access = access ?? BucketAccess.ReadWrite };
        var accounts = new AccountOptions { List = [new Account { Id = TestJobs.Account, Buckets = [grant] }] };
        _rig.Access = new ObjectAccess(new ObjectOptions(), accounts, new FewReservedNames());

        await EndAsync();

        Assert.Equal(FailureReason.OutputDenied, _rig.Job.Failure?.Reason);
        Assert.Empty(_rig.Files.ReceivedCalls());
    }

    [Fact]
    public async Task Nothing_is_written_under_a_name_that_would_break_bucket_listings()
    {
        await BeginAsync();
        _format.TargetOf(default!).ReturnsForAnyArgs(Target with { Key = $"reports/a{(char)0xFFFE}.json" });

        await EndAsync();

        Assert.Equal(FailureReason.OutputNotFound, _rig.Job.Failure?.Reason);
        Assert.Empty(_rig.Files.ReceivedCalls());
    }

    [Fact]
    public async Task During_a_storage_outage_the_job_keeps_running_and_the_step_is_retried()
    {
        await BeginAsync();
        _rig.Files.WriteAsync(default!, default, default!, default!, default).ThrowsAsyncForAnyArgs(new IOException("away"));
        await Assert.ThrowsAsync<IOException>(EndAsync);
        Assert.Equal(JobState.Running, _rig.Job.State);

        Answer(() => ObjectWriteStatus.Written);
        await EndAsync();
        await EndAsync();

        Assert.Equal(JobState.Succeeded, _rig.Job.State);
        Assert.Equal(2, _rig.Files.ReceivedCalls().Count());
    }

    [Fact]
    public async Task No_file_is_written_after_a_failure_without_a_request_or_for_another_dialect()
    {
        await BeginAsync();
        await _rig.Steps().EndAsync(
            new AnalysisEnding(
                TestJobs.Key(),
                Good with { Failure = new JobFailure(FailureReason.NotMedia, "no") },
                Digest: null,
                Packets: null),
            default);
        await BeginAsync(TestJobs.In(JobState.Running, TestJobs.Key(2)) with { Dialect = "ims" });
        await EndAsync(2);
        _format.TargetOf(default!).ReturnsForAnyArgs((ObjectRef?)null);
        await BeginAsync(TestJobs.In(JobState.Running, TestJobs.Key(3)));
        await EndAsync(3);

        Assert.Empty(_rig.Files.ReceivedCalls());
        Assert.Equal(
            [JobState.Failed, JobState.Succeeded, JobState.Succeeded],
            _rig.Jobs.All.OrderBy(job => job.Key.Id, StringComparer.Ordinal).Select(job => job.State));
    }

    private static string TextOf(ReadOnlyMemory<byte> content) => Encoding.UTF8.GetString(content.Span);

    private void Answer(Func<ObjectWriteStatus> status) =>
        _rig.Files.WriteAsync(default!, default, default!, default!, default).ReturnsForAnyArgs(_ => status());

    private async Task<AnalysisJob> BeginAsync(AnalysisJob? job = null)
    {
        var added = await _rig.AddAsync(job ?? TestJobs.In(JobState.Running));
        var media = new MediaDescription { Container = new ContainerDescription { FormatName = "matroska,webm" } };
        await _rig.Results.AddAsync(added.Key, ResultPart.Streams, new AnalysisResult(media), default);
        return added;
    }

    private Task EndAsync() => EndAsync(1);

    private Task EndAsync(int number) =>
        _rig.Steps().EndAsync(new AnalysisEnding(TestJobs.Key(number), Good, Digest: null, Packets: null), default);
}
